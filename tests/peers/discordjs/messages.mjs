import assert from 'node:assert/strict';
import { AttachmentBuilder, EmbedBuilder, Events, MessageType } from 'discord.js';
import { next, step } from '../steps.mjs';

export async function messages({ ada, bo, channel, client, member, sandbox }) {
  const general = channel('general');

  await step('reads what a person writes and replies to it', async () => {
    const heard = next(client, Events.MessageCreate, (message) => message.content === 'is anybody here?');
    const said = await ada.say('general', 'is anybody here?');
    const [message] = await heard;
    assert.equal(message.id, said.id);
    assert.equal(message.author.username, 'ada');
    assert.equal(message.member.id, member('ada').id);
    const reply = await message.reply('I am');
    assert.equal(reply.type, MessageType.Reply);
    assert.equal((await reply.fetchReference()).id, said.id);
  });

  await step('sends, edits, fetches and deletes a message, and hears of it', async () => {
    const created = next(client, Events.MessageCreate, (message) => message.content === 'draft');
    const sent = await general.send('draft');
    assert.equal((await created)[0].id, sent.id);
    const edited = next(client, Events.MessageUpdate, (_, after) => after.id === sent.id);
    await sent.edit('final');
    assert.equal((await edited)[1].content, 'final');
    assert.ok((await general.messages.fetch({ message: sent.id, force: true })).editedAt);
    const deleted = next(client, Events.MessageDelete, (message) => message.id === sent.id);
    await sent.delete();
    await deleted;
    await assert.rejects(general.messages.fetch({ message: sent.id, force: true }), (error) => error.code === 10008);
  });

  await step('pages through the history, newest first', async () => {
    const ids = [];
    for (const text of ['one', 'two', 'three']) ids.push((await general.send(text)).id);
    const last = await general.messages.fetch({ limit: 2 });
    assert.deepEqual([...last.keys()], [ids[2], ids[1]]);
    const before = await general.messages.fetch({ before: ids[1], limit: 1 });
    assert.deepEqual([...before.keys()], [ids[0]]);
    const after = await general.messages.fetch({ after: ids[0], limit: 10 });
    assert.equal(after.size, 2);
  });

  await step('an embed arrives as it was sent', async () => {
    const sent = await general.send({ embeds: [new EmbedBuilder().setTitle('A title').setDescription('Words').addFields({ name: 'Field', value: 'Value', inline: true })] });
    const [embed] = (await sent.fetch(true)).embeds;
    assert.deepEqual([embed.title, embed.description, embed.fields[0].value], ['A title', 'Words', 'Value']);
  });

  await step('uploads files and keeps one of them in an edit', async () => {
    const sent = await general.send({ content: 'files', files: [
      new AttachmentBuilder(Buffer.from('first file'), { name: 'first.txt', description: 'the first' }),
      new AttachmentBuilder(Buffer.from([0, 255, 13, 10, 0]), { name: 'second.bin' }),
    ] });
    const [first, second] = [...sent.attachments.values()];
    assert.deepEqual([first.name, first.description, first.size], ['first.txt', 'the first', 10]);
    assert.equal(await (await fetch(first.url)).text(), 'first file');
    assert.deepEqual([...new Uint8Array(await (await fetch(second.url)).arrayBuffer())], [0, 255, 13, 10, 0]);
    const kept = await sent.edit({ content: 'one file', attachments: [first] });
    assert.deepEqual(kept.attachments.map((file) => file.name), ['first.txt']);
  });

  await step('only those it may ping are pinged', async () => {
    await general.send({ content: `<@${member('ada').id}> and <@${member('bo').id}> 4713`, allowedMentions: { users: [member('ada').id] } });
    const pings = async (who) => JSON.stringify(await sandbox.notifications(who));
    assert.match(await pings('ada'), /4713/);
    assert.doesNotMatch(await pings('bo'), /4713/);
  });

  await step('a message sent twice with one enforced nonce is there once', async () => {
    const first = await general.send({ content: 'exactly once', nonce: 'nonce-1', enforceNonce: true });
    const second = await general.send({ content: 'exactly once', nonce: 'nonce-1', enforceNonce: true });
    assert.equal(second.id, first.id);
  });

  await step('an over-long message is refused with 50035 and the path', async () => {
    await assert.rejects(general.send('x'.repeat(2001)), (error) => error.code === 50035 && /content/.test(error.message));
  });

  await step('reacts, hears reactions, lists and removes them', async () => {
    const sent = await general.send('react to me');
    await sent.react('👍');
    const added = next(client, Events.MessageReactionAdd, (_, user) => user.username === 'bo');
    await bo.react({ message_id: sent.id, emoji: '👍' });
    const [reaction] = await added;
    assert.equal(reaction.message.id, sent.id);
    const users = await reaction.users.fetch();
    assert.deepEqual(users.map((user) => user.username).sort(), ['bo', client.user.username].sort());
    await assert.rejects(reaction.users.remove(member('bo').id), (error) => error.code === 50013, 'it may not manage messages');
    const removed = next(client, Events.MessageReactionRemove, (_, user) => user.id === client.user.id);
    await reaction.users.remove(client.user.id);
    await removed;
    assert.equal((await sent.fetch(true)).reactions.cache.get('👍').count, 1);
  });

  await step('pins, lists and unpins a message', async () => {
    const sent = await general.send('worth keeping');
    const noticed = next(client, Events.MessageCreate, (message) => message.type === MessageType.ChannelPinnedMessage);
    await sent.pin();
    await noticed;
    const { items } = await general.messages.fetchPins();
    assert.ok(items.some((pin) => pin.message.id === sent.id));
    await sent.unpin();
    assert.ok(!(await general.messages.fetchPins()).items.some((pin) => pin.message.id === sent.id));
  });

  await step('opens a poll and closes it', async () => {
    const sent = await general.send({ poll: { question: { text: 'Tabs?' }, answers: [{ text: 'Yes' }, { text: 'No' }], duration: 24, allowMultiselect: false } });
    assert.equal(sent.poll.question.text, 'Tabs?');
    assert.deepEqual(sent.poll.answers.map((answer) => answer.text), ['Yes', 'No']);
    const closed = await sent.poll.end();
    assert.ok(closed.poll.resultsFinalized);
  });

  await step('publishes an announcement once', async () => {
    const announced = await channel('prodevprojectnexus').send('News');
    await announced.crosspost();
    await assert.rejects(announced.crosspost(), (error) => error.code === 40033);
  });

  await step('talks to a person in a direct message', async () => {
    const ada = await client.users.fetch(member('ada').id);
    const sent = await ada.send('psst');
    assert.ok(sent.channel.isDMBased());
    assert.match(JSON.stringify(await sandbox.messages(sent.channelId, 'ada')), /psst/);
    const heard = next(client, Events.MessageCreate, (message) => message.content === 'yes?');
    await sandbox.as('ada').say(sent.channelId, 'yes?');
    const [answer] = await heard;
    assert.equal(answer.guild, null);
    assert.equal(answer.channelId, sent.channelId);
    assert.equal((await ada.createDM(true)).id, sent.channelId);
  });
}
