// discord.js, unmodified but for its addresses, does on the sandbox what a bot does on Discord.
// usage: node discordjs.mjs http://127.0.0.1:PORT     (a sandbox that runs without a bot)

import assert from 'node:assert/strict';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { connect } from './sandbox.mjs';
import { finish, next, step, within } from './steps.mjs';
import { registration } from './discordjs/registration.mjs';
import { commands } from './discordjs/commands.mjs';
import { components } from './discordjs/components.mjs';
import { modals } from './discordjs/modals.mjs';
import { messages } from './discordjs/messages.mjs';
import { channels } from './discordjs/channels.mjs';
import { members } from './discordjs/members.mjs';
import { connection } from './discordjs/connection.mjs';

const sandbox = connect(process.argv[2]);
const state = await sandbox.state();
const [bot] = state.bots;

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessages, GatewayIntentBits.MessageContent, GatewayIntentBits.GuildScheduledEvents, GatewayIntentBits.GuildMessagePolls,
  ],
  partials: [Partials.Channel],
  rest: { api: `${sandbox.base}/api` },
});
const complaints = [];
for (const event of [Events.Error, Events.Warn, Events.ShardError]) client.on(event, (problem) => complaints.push(`${event}: ${problem?.stack ?? problem}`));

await step('logs in and is ready with the demo server', async () => {
  const ready = next(client, Events.ClientReady);
  await client.login(bot.token);
  await ready;
  assert.equal(client.user.id, bot.user_id);
  assert.equal(client.application.id, bot.application_id);
  const guild = client.guilds.cache.get(state.guild.id);
  assert.equal(guild.name, state.guild.name);
  assert.ok(guild.available);
  for (const channel of state.channels) if (channel.type < 10 && channel.type !== 1) assert.ok(guild.channels.cache.has(channel.id), `#${channel.name} is known`);
  for (const role of state.roles) assert.equal(guild.roles.cache.get(role.id)?.name, role.name);
});

const guild = client.guilds.cache.get(state.guild.id);
if (!guild) finish();

/** Lets a person act, answers the interaction that follows with `answer`, and gives [what the person got, what `answer` saw]. */
async function exchange(act, answer) {
  const answered = next(client, Events.InteractionCreate).then(([interaction]) => answer(interaction));
  return within(15_000, 'exchange', Promise.all([act, answered]));
}

const scene = {
  sandbox, client, guild, exchange, application: bot.application_id,
  ada: sandbox.as('ada'), bo: sandbox.as('bo'),
  member: (name) => state.members.find((member) => member.name === name),
  role: (name) => state.roles.find((role) => role.name === name),
  channel: (name) => guild.channels.cache.find((channel) => channel.name === name),
};

await step('fetches the whole member list over the gateway', async () => {
  const all = await guild.members.fetch();
  assert.equal(all.size, state.members.length);
  assert.equal(all.get(scene.member('ada').id).user.username, 'ada');
});

for (const part of [registration, commands, components, modals, messages, channels, members, connection]) await part(scene);

await step('nothing was complained about on the way', async () => assert.deepEqual(complaints, []));
await client.destroy();
finish();
