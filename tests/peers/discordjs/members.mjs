import assert from 'node:assert/strict';
import { Events } from 'discord.js';
import { next, step } from '../steps.mjs';

export async function members({ client, guild, member, role, sandbox }) {
  await step('gives a role, hears of it and takes it back', async () => {
    const ada = await guild.members.fetch({ user: member('ada').id, force: true });
    const had = ada.roles.cache.has(role('frontend').id);
    assert.equal(had, false);
    const changed = next(client, Events.GuildMemberUpdate, (_, after) => after.id === ada.id);
    await ada.roles.add(role('frontend').id, 'because she asked: ümlaut');
    assert.ok((await changed)[1].roles.cache.has(role('frontend').id));
    const roles = (await sandbox.state()).members.find((each) => each.name === 'ada').roles;
    assert.ok(JSON.stringify(roles).includes('frontend') || roles.includes(role('frontend').id));
    await ada.roles.remove(role('frontend').id);
    assert.ok(!(await guild.members.fetch({ user: ada.id, force: true })).roles.cache.has(role('frontend').id));
  });

  await step('creates and deletes a role', async () => {
    const made = await guild.roles.create({ name: 'pairing', mentionable: true });
    assert.equal((await guild.roles.fetch(made.id, { force: true })).name, 'pairing');
    await made.delete();
    assert.ok(!(await guild.roles.fetch(undefined, { force: true })).has(made.id));
  });

  await step('a role above its own is refused with 50013', async () => {
    const own = guild.members.me.roles.botRole ?? guild.members.me.roles.highest;
    await assert.rejects(
      client.rest.put(`/guilds/${guild.id}/members/${member('ada').id}/roles/${own.id}`), (error) => error.code === 50013 || error.code === 50028);
  });

  await step('sees people join and leave', async () => {
    const joined = next(client, Events.GuildMemberAdd, (each) => each.user.username === 'zoe');
    await sandbox.as('zoe').join({ roles: ['backend'] });
    assert.ok((await joined)[0].roles.cache.has(role('backend').id));
    const left = next(client, Events.GuildMemberRemove, (each) => each.user.username === 'zoe');
    await sandbox.as('zoe').leave({});
    await left;
  });

  await step('searches members by name', async () => {
    const found = await guild.members.search({ query: 'ad', limit: 5 });
    assert.ok(found.has(member('ada').id));
    assert.ok((await guild.members.fetch({ query: 'ad', limit: 5 })).has(member('ada').id));
  });

  await step('a person it does not know is refused with 10013 or 10007', async () => {
    await assert.rejects(guild.members.fetch({ user: '123456789012345678', force: true }), (error) => error.code === 10007 || error.code === 10013);
  });
}
