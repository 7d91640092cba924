import assert from 'node:assert/strict';
import { ApplicationCommandType, MessageFlags, Routes } from 'discord.js';
import { step } from '../steps.mjs';

export async function commands({ ada, application, bo, channel, client, exchange, guild, member, role, sandbox }) {
  const run = (command, options = {}, place = 'general', who = ada) => who.command({ channel: place, command, options });
  const textSeenBy = async (who, place = 'general') => JSON.stringify(await sandbox.messages(place, who));

  await step('answers a slash command', async () => {
    const [outcome, seen] = await exchange(run('ping'), async (interaction) => {
      assert.ok(interaction.isChatInputCommand());
      await interaction.reply('Pong from **discord.js**');
      return interaction;
    });
    assert.equal(outcome.status, 'replied');
    assert.equal(outcome.ephemeral, false);
    assert.match(outcome.text, /Pong from/);
    assert.ok(outcome.ack_ms >= 0 && outcome.ack_ms < 3000);
    assert.equal(seen.user.username, 'ada');
    assert.equal(seen.guildId, guild.id);
    assert.equal(seen.channel.name, 'general');
    assert.ok(seen.memberPermissions.has('SendMessages'));
    assert.ok(seen.appPermissions.has('ViewChannel'));
  });

  await step('reads an option of every type', async () => {
    const options = {
      text: 'some text', choice: 'b', whole: 7, number: 2.5, yes: true, person: 'bo', place: 'general', role: 'backend', whoever: 'mentor',
      file: { filename: 'note.txt', content_base64: Buffer.from('hello').toString('base64') },
    };
    const [outcome] = await exchange(run('everything', options), async (interaction) => {
      const read = interaction.options;
      assert.equal(read.getString('text'), 'some text');
      assert.equal(read.getString('choice'), 'b');
      assert.equal(read.getInteger('whole'), 7);
      assert.equal(read.getNumber('number'), 2.5);
      assert.equal(read.getBoolean('yes'), true);
      assert.equal(read.getUser('person').username, 'bo');
      assert.equal(read.getMember('person').id, member('bo').id);
      assert.equal(read.getChannel('place').id, channel('general').id);
      assert.equal(read.getRole('role').id, role('backend').id);
      assert.equal(read.getMentionable('whoever').id, role('mentor').id);
      const file = read.getAttachment('file');
      assert.equal(file.name, 'note.txt');
      assert.equal(await (await fetch(file.url)).text(), 'hello');
      await interaction.reply('All read');
    });
    assert.equal(outcome.text, 'All read');
  });

  await step('tells subcommands and groups apart', async () => {
    const [, show] = await exchange(run('board show'), async (interaction) => {
      await interaction.reply('the board');
      return interaction.options;
    });
    assert.equal(show.getSubcommand(), 'show');
    assert.equal(show.getSubcommandGroup(false), null);
    const [, add] = await exchange(run('board item add', { title: 'Dark mode' }), async (interaction) => {
      await interaction.reply('added');
      return interaction.options;
    });
    assert.equal(`${add.getSubcommandGroup()} ${add.getSubcommand()} ${add.getString('title')}`, 'item add Dark mode');
  });

  await step('autocompletes the focused option', async () => {
    const [{ choices }] = await exchange(
      ada.autocomplete({ channel: 'general', command: 'find', options: { query: 'dja' }, focused: 'query' }),
      async (interaction) => {
        assert.ok(interaction.isAutocomplete());
        assert.deepEqual({ name: interaction.options.getFocused(true).name, value: interaction.options.getFocused() }, { name: 'query', value: 'dja' });
        await interaction.respond([{ name: 'Django', value: 'django' }, { name: 'Django REST framework', value: 'drf' }]);
      });
    assert.deepEqual(choices.map((choice) => choice.value), ['django', 'drf']);
  });

  await step('answers in private, seen by one person only', async () => {
    const [outcome] = await exchange(run('ping'), (interaction) => interaction.reply({ content: 'only for ada 4711', flags: MessageFlags.Ephemeral }));
    assert.equal(outcome.ephemeral, true);
    assert.match(await textSeenBy('ada'), /only for ada 4711/);
    assert.doesNotMatch(await textSeenBy('bo'), /only for ada 4711/);
  });

  await step('defers, then edits the placeholder', async () => {
    const [outcome] = await exchange(run('ping'), async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply('worth the wait');
    });
    assert.equal(outcome.status, 'replied');
    assert.equal(outcome.text, 'worth the wait');
    assert.ok(outcome.reply_ms >= outcome.ack_ms);
  });

  await step('gets the sent message back with the answer', async () => {
    const [outcome, sent] = await exchange(run('ping'), async (interaction) => {
      const response = await interaction.reply({ content: 'with its message', withResponse: true });
      return response.resource.message;
    });
    assert.equal(sent.id, outcome.message.id);
    assert.equal(sent.content, 'with its message');
  });

  await step('edits, reads and deletes its answer', async () => {
    const [outcome] = await exchange(run('ping'), async (interaction) => {
      await interaction.reply('first words');
      await interaction.editReply('second words');
      assert.equal((await interaction.fetchReply()).content, 'second words');
      await interaction.deleteReply();
    });
    assert.doesNotMatch(await textSeenBy('ada'), new RegExp(`"${outcome.message.id}"`));
  });

  await step('follows up, edits and deletes the follow-ups', async () => {
    await exchange(run('ping'), async (interaction) => {
      await interaction.reply('the answer');
      const open = await interaction.followUp('one more thing');
      const hidden = await interaction.followUp({ content: 'a secret 4712', flags: MessageFlags.Ephemeral });
      assert.ok(hidden.flags.has(MessageFlags.Ephemeral));
      await interaction.editReply({ message: open, content: 'one better thing' });
      assert.match(await textSeenBy('bo'), /one better thing/);
      assert.doesNotMatch(await textSeenBy('bo'), /a secret 4712/);
      assert.match(await textSeenBy('ada'), /a secret 4712/);
      await interaction.deleteReply(open);
      assert.doesNotMatch(await textSeenBy('bo'), /one better thing/);
    });
  });

  await step('receives a user command with its target', async () => {
    const [outcome] = await exchange(bo.context({ command: 'Who is this', target_id: member('ada').id }), async (interaction) => {
      assert.ok(interaction.isUserContextMenuCommand());
      assert.equal(interaction.commandType, ApplicationCommandType.User);
      assert.equal(interaction.targetUser.username, 'ada');
      assert.equal(interaction.targetMember.id, member('ada').id);
      await interaction.reply({ content: 'That is ada', flags: MessageFlags.Ephemeral });
    });
    assert.equal(outcome.text, 'That is ada');
  });

  await step('receives a message command with the text of its target', async () => {
    const said = await ada.say('general', 'Use select_related for that.');
    const [outcome] = await exchange(bo.context({ command: 'Mark as answer', target_id: said.id }), async (interaction) => {
      assert.ok(interaction.isMessageContextMenuCommand());
      assert.equal(interaction.targetMessage.content, 'Use select_related for that.');
      assert.equal(interaction.targetMessage.author.username, 'ada');
      await interaction.reply('Marked');
    });
    assert.equal(outcome.status, 'replied');
  });

  await step('a second answer is refused with 40060', async () => {
    await exchange(run('ping'), async (interaction) => {
      await interaction.reply('once');
      const again = client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { auth: false, body: { type: 4, data: { content: 'twice' } } });
      await assert.rejects(again, (error) => error.code === 40060);
    });
  });

  await step('an answer after three seconds is refused with 10062 and the person is told', async () => {
    const [outcome] = await exchange(run('ping'), async (interaction) => {
      await sandbox.advance('PT4S');
      await assert.rejects(interaction.reply('too late'), (error) => error.code === 10062);
    });
    assert.equal(outcome.status, 'failed');
  });

  await step('a token is dead after fifteen minutes', async () => {
    await exchange(run('ping'), async (interaction) => {
      await interaction.reply('young');
      await sandbox.advance('PT16M');
      await assert.rejects(interaction.editReply('old'), (error) => error.code === 50027);
    });
  });

  await step('the application id is the one the interactions carry', async () => {
    const [, interaction] = await exchange(run('ping'), async (received) => {
      await received.reply('same');
      return received;
    });
    assert.equal(interaction.applicationId, application);
  });
}
