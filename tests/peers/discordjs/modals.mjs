import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, CheckboxBuilder, CheckboxGroupBuilder, FileUploadBuilder, LabelBuilder, ModalBuilder, RadioGroupBuilder,
  StringSelectMenuBuilder, TextDisplayBuilder, TextInputBuilder, TextInputStyle, UserSelectMenuBuilder, ChannelSelectMenuBuilder, RoleSelectMenuBuilder,
  MentionableSelectMenuBuilder,
} from 'discord.js';
import { step } from '../steps.mjs';

const label = (text, set) => set(new LabelBuilder().setLabel(text));

export async function modals({ ada, channel, exchange, member, role }) {
  const openedBy = async (command, modal) => {
    const [outcome] = await exchange(ada.command({ channel: 'general', command, options: {} }), (interaction) => interaction.showModal(modal));
    assert.equal(outcome.status, 'modal');
    return outcome.modal;
  };

  await step('opens a modal and reads text, a choice and a file from it', async () => {
    const modal = new ModalBuilder().setCustomId('idea').setTitle('Your idea')
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('Tell us'))
      .addLabelComponents(
        label('Title', (l) => l.setTextInputComponent(new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setMaxLength(100))),
        label('Why', (l) => l.setTextInputComponent(new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setRequired(false))),
        label('Track', (l) => l.setStringSelectMenuComponent(new StringSelectMenuBuilder().setCustomId('track')
          .addOptions({ label: 'Backend', value: 'backend' }, { label: 'Frontend', value: 'frontend' }))),
        label('Sketch', (l) => l.setFileUploadComponent(new FileUploadBuilder().setCustomId('sketch').setRequired(false))));
    const opened = await openedBy('ping', modal);
    assert.equal(opened.title, 'Your idea');
    const values = {
      title: 'Dark mode', why: 'Eyes\nhurt', track: ['backend'],
      sketch: [{ filename: 'sketch.txt', content_base64: Buffer.from('o-o').toString('base64') }],
    };
    const [outcome] = await exchange(ada.submit({ modal_id: opened.modal_id, values }), async (interaction) => {
      assert.ok(interaction.isModalSubmit());
      assert.equal(interaction.customId, 'idea');
      assert.equal(interaction.fields.getTextInputValue('title'), 'Dark mode');
      assert.equal(interaction.fields.getTextInputValue('why'), 'Eyes\nhurt');
      assert.deepEqual(interaction.fields.getStringSelectValues('track'), ['backend']);
      const [file] = interaction.fields.getUploadedFiles('sketch').values();
      assert.equal(await (await fetch(file.url)).text(), 'o-o');
      await interaction.reply('Noted');
    });
    assert.equal(outcome.text, 'Noted');
  });

  await step('reads people, roles, channels and mentionables from a modal', async () => {
    const opened = await openedBy('ping', new ModalBuilder().setCustomId('pick').setTitle('Pick').addLabelComponents(
      label('Who', (l) => l.setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who'))),
      label('Role', (l) => l.setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role'))),
      label('Where', (l) => l.setChannelSelectMenuComponent(new ChannelSelectMenuBuilder().setCustomId('where'))),
      label('Whoever', (l) => l.setMentionableSelectMenuComponent(new MentionableSelectMenuBuilder().setCustomId('whoever')))));
    const values = { who: [member('bo').id], role: [role('backend').id], where: [channel('general').id], whoever: [role('mentor').id] };
    await exchange(ada.submit({ modal_id: opened.modal_id, values }), async (interaction) => {
      const { fields } = interaction;
      assert.equal(fields.getSelectedUsers('who').first().username, 'bo');
      assert.equal(fields.getSelectedRoles('role').first().name, 'backend');
      assert.equal(fields.getSelectedChannels('where').first().name, 'general');
      assert.equal(fields.getSelectedMentionables('whoever').roles.first().name, 'mentor');
      await interaction.reply('Picked');
    });
  });

  await step('reads radio buttons and check boxes from a modal', async () => {
    const opened = await openedBy('ping', new ModalBuilder().setCustomId('boxes').setTitle('Boxes').addLabelComponents(
      label('One of', (l) => l.setRadioGroupComponent(new RadioGroupBuilder().setCustomId('one').addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }))),
      label('Some of', (l) => l.setCheckboxGroupComponent(new CheckboxGroupBuilder().setCustomId('some').addOptions({ label: 'X', value: 'x' }, { label: 'Y', value: 'y' }))),
      label('Agree', (l) => l.setCheckboxComponent(new CheckboxBuilder().setCustomId('agree')))));
    await exchange(ada.submit({ modal_id: opened.modal_id, values: { one: 'b', some: ['x', 'y'], agree: true } }), async (interaction) => {
      assert.equal(interaction.fields.getRadioGroup('one'), 'b');
      assert.deepEqual(interaction.fields.getCheckboxGroup('some'), ['x', 'y']);
      assert.equal(interaction.fields.getCheckbox('agree'), true);
      await interaction.reply('Boxes read');
    });
  });

  await step('updates the message from which a modal was opened', async () => {
    const panel = await channel('general').send({
      content: 'rename me', components: [new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('rename').setLabel('Rename').setStyle(ButtonStyle.Primary))],
    });
    const modal = new ModalBuilder().setCustomId('rename').setTitle('Rename').addLabelComponents(
      label('Name', (l) => l.setTextInputComponent(new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short))));
    const [opened] = await exchange(ada.press({ message_id: panel.id, custom_id: 'rename' }), (interaction) => interaction.showModal(modal));
    assert.equal(opened.status, 'modal');
    const [outcome] = await exchange(ada.submit({ modal_id: opened.modal.modal_id, values: { name: 'a new name' } }), async (interaction) => {
      assert.ok(interaction.isFromMessage());
      await interaction.update(interaction.fields.getTextInputValue('name'));
    });
    assert.equal(outcome.status, 'updated');
    assert.equal((await panel.fetch(true)).content, 'a new name');
  });
}
