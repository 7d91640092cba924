import assert from 'node:assert/strict';
import {
  ApplicationCommandType, ChannelType, ContextMenuCommandBuilder, InteractionContextType, SlashCommandBuilder,
} from 'discord.js';
import { step } from '../steps.mjs';

export async function registration({ client, guild, sandbox }) {
  const definitions = [
    new SlashCommandBuilder().setName('ping').setDescription('Answers'),
    new SlashCommandBuilder().setName('everything').setDescription('Takes an option of every type')
      .addStringOption((o) => o.setName('text').setDescription('text').setRequired(true).setMaxLength(50))
      .addStringOption((o) => o.setName('choice').setDescription('choice').addChoices({ name: 'Red', value: 'r' }, { name: 'Blue', value: 'b' }))
      .addIntegerOption((o) => o.setName('whole').setDescription('whole').setMinValue(1).setMaxValue(10))
      .addNumberOption((o) => o.setName('number').setDescription('number'))
      .addBooleanOption((o) => o.setName('yes').setDescription('yes'))
      .addUserOption((o) => o.setName('person').setDescription('person'))
      .addChannelOption((o) => o.setName('place').setDescription('place').addChannelTypes(ChannelType.GuildText))
      .addRoleOption((o) => o.setName('role').setDescription('role'))
      .addMentionableOption((o) => o.setName('whoever').setDescription('whoever'))
      .addAttachmentOption((o) => o.setName('file').setDescription('file')),
    new SlashCommandBuilder().setName('find').setDescription('Autocompletes')
      .addStringOption((o) => o.setName('query').setDescription('query').setRequired(true).setAutocomplete(true)),
    new SlashCommandBuilder().setName('board').setDescription('Has subcommands')
      .addSubcommand((s) => s.setName('show').setDescription('Shows it'))
      .addSubcommandGroup((g) => g.setName('item').setDescription('Items')
        .addSubcommand((s) => s.setName('add').setDescription('Adds one').addStringOption((o) => o.setName('title').setDescription('title').setRequired(true)))),
    new ContextMenuCommandBuilder().setName('Who is this').setType(ApplicationCommandType.User),
    new ContextMenuCommandBuilder().setName('Mark as answer').setType(ApplicationCommandType.Message),
  ];

  await step('registers commands of every kind in one overwrite', async () => {
    const registered = await guild.commands.set(definitions);
    assert.equal(registered.size, definitions.length);
    const everything = registered.find((command) => command.name === 'everything');
    assert.equal(everything.options.length, 10);
    assert.equal(everything.guildId, guild.id);
    const seen = (await sandbox.state()).bots[0].commands.map((command) => command.name);
    for (const definition of definitions) assert.ok(seen.includes(definition.name), `${definition.name} is offered to people`);
  });

  await step('an unchanged overwrite keeps the ids', async () => {
    const before = (await guild.commands.fetch()).map((command) => `${command.name}:${command.id}`).sort();
    const after = (await guild.commands.set(definitions)).map((command) => `${command.name}:${command.id}`).sort();
    assert.deepEqual(after, before);
  });

  await step('creates, edits, reads and deletes one global command', async () => {
    const made = await client.application.commands.create(
      new SlashCommandBuilder().setName('hello').setDescription('Says hello').setContexts(InteractionContextType.Guild, InteractionContextType.BotDM));
    await client.application.commands.edit(made.id, { description: 'Says hello to you' });
    assert.equal((await client.application.commands.fetch(made.id)).description, 'Says hello to you');
    await client.application.commands.delete(made.id);
    assert.ok(!(await client.application.commands.fetch()).has(made.id));
  });

  await step('a command that breaks the limits is refused with 50035 and the path', async () => {
    await assert.rejects(
      guild.commands.create({ name: 'UPPER CASE', description: 'x'.repeat(101) }),
      (error) => error.code === 50035 && /description/.test(error.message) && /name/.test(error.message));
  });
}
