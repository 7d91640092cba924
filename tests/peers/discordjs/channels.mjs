import assert from 'node:assert/strict';
import {
  ChannelType, Events, GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, Routes, ThreadAutoArchiveDuration,
} from 'discord.js';
import { next, step } from '../steps.mjs';

// The client's own event does not come when the answer to its request was read first.
const dispatched = (client, type, id) => next(client, Events.Raw, (packet) => packet.t === type && packet.d.id === id);

export async function channels({ ada, channel, client, guild, member, sandbox }) {
  const general = channel('general');

  await step('opens a thread on a message and talks in it', async () => {
    const starter = await general.send('let us discuss');
    const created = dispatched(client, 'THREAD_CREATE', starter.id);
    const thread = await starter.startThread({ name: 'Discussion', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
    const [{ d: seen }] = await created;
    assert.deepEqual([seen.name, seen.newly_created, thread.id, thread.type], ['Discussion', true, starter.id, ChannelType.PublicThread]);
    await assert.rejects(client.rest.post(Routes.threads(general.id, starter.id), { body: { name: 'Again' } }), (error) => error.code === 160004);
    await thread.send('welcome');
    const heard = next(client, Events.MessageCreate, (message) => message.channelId === thread.id && message.author.username === 'ada');
    await ada.say(thread.id, 'thanks');
    assert.equal((await heard)[0].content, 'thanks');
    assert.match(JSON.stringify(await sandbox.messages(thread.id, 'bo')), /welcome/);
  });

  await step('a private thread is seen by those in it only', async () => {
    const thread = await general.threads.create({ name: 'Pair', type: ChannelType.PrivateThread });
    await thread.members.add(member('ada').id);
    await thread.send('a private word');
    assert.match(JSON.stringify(await sandbox.messages(thread.id, 'ada')), /a private word/);
    await assert.rejects(sandbox.messages(thread.id, 'bo'));
    assert.ok((await thread.members.fetch()).has(member('ada').id));
    await thread.members.remove(member('ada').id);
    await assert.rejects(sandbox.messages(thread.id, 'ada'));
  });

  await step('renames, archives, reopens, locks and deletes a thread', async () => {
    const thread = await general.threads.create({ name: 'Old name', type: ChannelType.PublicThread });
    assert.equal((await thread.setName('New name')).name, 'New name');
    await thread.setArchived(true);
    await assert.rejects(thread.members.add(member('ada').id), (error) => error.code === 50083);
    await thread.setArchived(false);
    await thread.setLocked(true);
    assert.ok((await guild.channels.fetch(thread.id, { force: true })).locked);
    assert.ok((await guild.channels.fetchActiveThreads()).threads.has(thread.id));
    const deleted = dispatched(client, 'THREAD_DELETE', thread.id);
    await thread.delete();
    await deleted;
  });

  await step('posts in a forum with tags and answers there', async () => {
    const forum = channel('questions');
    assert.equal(forum.type, ChannelType.GuildForum);
    const tag = forum.availableTags.find((each) => !each.moderated);
    const post = await forum.threads.create({ name: 'How do I cache?', message: { content: 'Asking for a friend' }, appliedTags: [tag.id] });
    assert.deepEqual(post.appliedTags, [tag.id]);
    const starter = await post.fetchStarterMessage();
    assert.deepEqual([starter.id, starter.content], [post.id, 'Asking for a friend']);
    await ada.say(post.id, 'Redis');
    assert.deepEqual((await post.messages.fetch({ limit: 1, cache: false })).map((message) => message.content), ['Redis']);
    await post.setAppliedTags([]);
    assert.deepEqual((await guild.channels.fetch(post.id, { force: true })).appliedTags, []);
  });

  await step('a forum post without a first message is refused', async () => {
    await assert.rejects(
      client.rest.post(`/channels/${channel('questions').id}/threads`, { body: { name: 'Empty' } }), (error) => error.code === 50035);
  });

  await step('creates, changes and deletes a channel, and hears of it', async () => {
    const created = next(client, Events.ChannelCreate, (each) => each.name === 'workshop');
    const made = await guild.channels.create({ name: 'workshop', type: ChannelType.GuildText, topic: 'first' });
    assert.equal((await created)[0].id, made.id);
    await made.setTopic('second');
    assert.equal((await client.channels.fetch(made.id, { force: true })).topic, 'second');
    await made.permissionOverwrites.edit(client.user, { ViewChannel: true });
    await made.permissionOverwrites.edit(guild.roles.everyone, { ViewChannel: false });
    await assert.rejects(sandbox.messages(made.id, 'ada'));
    const deleted = dispatched(client, 'CHANNEL_DELETE', made.id);
    await made.delete();
    await deleted;
  });

  await step('plans a scheduled event and cancels it', async () => {
    const start = new Date(Date.parse((await sandbox.advance('PT0S')).now) + 3_600_000);
    const event = await guild.scheduledEvents.create({
      name: 'Office hours', privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly, entityType: GuildScheduledEventEntityType.External,
      scheduledStartTime: start, scheduledEndTime: new Date(start.getTime() + 3_600_000), entityMetadata: { location: 'Online' },
    });
    assert.equal((await guild.scheduledEvents.fetch(event.id)).name, 'Office hours');
    await event.delete();
    await assert.rejects(guild.scheduledEvents.fetch({ guildScheduledEvent: event.id, force: true }), (error) => error.code === 10070);
  });
}
