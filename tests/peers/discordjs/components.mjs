import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, ChannelSelectMenuBuilder, ChannelType, ContainerBuilder, MentionableSelectMenuBuilder, MessageFlags,
  RoleSelectMenuBuilder, SectionBuilder, SeparatorBuilder, StringSelectMenuBuilder, TextDisplayBuilder, UserSelectMenuBuilder,
} from 'discord.js';
import { step } from '../steps.mjs';

const row = (...items) => new ActionRowBuilder().addComponents(...items);

export async function components({ ada, bo, channel, exchange, member, role }) {
  await step('updates the message when its button is pressed, by id and by label', async () => {
    const panel = await channel('general').send({
      content: '0 votes',
      components: [row(
        new ButtonBuilder().setCustomId('vote').setLabel('👍 Vote').setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setLabel('Docs').setStyle(ButtonStyle.Link).setURL('https://example.org/'))],
    });
    const [first] = await exchange(ada.press({ message_id: panel.id, custom_id: 'vote' }), async (interaction) => {
      assert.ok(interaction.isButton());
      assert.equal(interaction.message.id, panel.id);
      assert.equal(interaction.component.label, '👍 Vote');
      await interaction.update('1 vote');
    });
    assert.equal(first.status, 'updated');
    assert.equal(first.message.content, '1 vote');
    await exchange(bo.press({ message_id: panel.id, label: '👍 Vote' }), async (interaction) => {
      await interaction.deferUpdate();
      await interaction.editReply('2 votes');
    });
    assert.equal((await panel.fetch(true)).content, '2 votes');
  });

  await step('answers a button with a message of its own', async () => {
    const panel = await channel('general').send({ content: 'ask me', components: [row(new ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(ButtonStyle.Secondary))] });
    const [outcome] = await exchange(ada.press({ message_id: panel.id, custom_id: 'ask' }),
      (interaction) => interaction.reply({ content: 'asked', flags: MessageFlags.Ephemeral }));
    assert.equal(outcome.status, 'replied');
    assert.notEqual(outcome.message.id, panel.id);
  });

  await step('receives every kind of select', async () => {
    const panel = await channel('general').send({
      content: 'choose',
      components: [
        row(new StringSelectMenuBuilder().setCustomId('strings').setMinValues(1).setMaxValues(2)
          .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }, { label: 'Three', value: '3' })),
        row(new UserSelectMenuBuilder().setCustomId('users')),
        row(new RoleSelectMenuBuilder().setCustomId('roles')),
        row(new MentionableSelectMenuBuilder().setCustomId('mentionables').setMaxValues(2)),
        row(new ChannelSelectMenuBuilder().setCustomId('channels').setChannelTypes(ChannelType.GuildText)),
      ],
    });
    const choose = (custom_id, values, read) => exchange(ada.select({ message_id: panel.id, custom_id, values }), async (interaction) => {
      assert.equal(interaction.customId, custom_id);
      const seen = read(interaction);
      await interaction.reply({ content: 'thanks', flags: MessageFlags.Ephemeral });
      return seen;
    });
    const [, strings] = await choose('strings', ['1', '3'], (i) => i.isStringSelectMenu() && i.values);
    assert.deepEqual(strings, ['1', '3']);
    const [, user] = await choose('users', [member('bo').id], (i) => i.isUserSelectMenu() && [i.users.first().username, i.members.first().id]);
    assert.deepEqual(user, ['bo', member('bo').id]);
    const [, chosenRole] = await choose('roles', [role('frontend').id], (i) => i.isRoleSelectMenu() && i.roles.first().name);
    assert.equal(chosenRole, 'frontend');
    const [, both] = await choose('mentionables', [member('bo').id, role('mentor').id], (i) => i.isMentionableSelectMenu() && [i.users.size, i.roles.size]);
    assert.deepEqual(both, [1, 1]);
    const [, place] = await choose('channels', [channel('general').id], (i) => i.isChannelSelectMenu() && i.channels.first().name);
    assert.equal(place, 'general');
  });

  await step('sends and updates a message made of Components V2', async () => {
    const card = (line) => new ContainerBuilder().setAccentColor(0x5865f2)
      .addSectionComponents(new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent(line))
        .setButtonAccessory(new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary)))
      .addSeparatorComponents(new SeparatorBuilder())
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('-# small print'));
    const panel = await channel('general').send({ flags: MessageFlags.IsComponentsV2, components: [card('## Title')] });
    assert.ok(panel.flags.has(MessageFlags.IsComponentsV2));
    const [outcome] = await exchange(bo.press({ message_id: panel.id, label: 'More' }), (interaction) => interaction.update({ components: [card('## Another title')] }));
    assert.match(outcome.text, /Another title[\s\S]*small print/);
  });

  await step('a message whose buttons share an id is refused', async () => {
    const twin = () => new ButtonBuilder().setCustomId('twin').setLabel('Twin').setStyle(ButtonStyle.Primary);
    await assert.rejects(channel('general').send({ content: 'twins', components: [row(twin(), twin())] }), (error) => error.code === 50035);
  });
}
