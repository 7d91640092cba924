import assert from 'node:assert/strict';
import { Events } from 'discord.js';
import { next, step } from '../steps.mjs';

export async function connection({ ada, channel, client, exchange, sandbox }) {
  const resumesAfter = async (fault, missed) => {
    const before = await sandbox.metrics();
    const heard = missed.map((text) => next(client, Events.MessageCreate, (message) => message.content === text));
    const resumed = next(client, Events.ShardResume);
    await sandbox.fault({ gateway: fault });
    for (const text of missed) await ada.say('general', text);
    await resumed;
    const messages = await Promise.all(heard);
    assert.deepEqual(messages.map(([message]) => message.content), missed);
    const after = await sandbox.metrics();
    assert.equal(after.resumes, before.resumes + 1);
    assert.equal(after.identifies, before.identifies);
  };

  await step('resumes its session after a drop and is told what it missed', () => resumesAfter({ close: 'drop' }, ['missed one', 'missed two']));
  await step('resumes after close code 4000', () => resumesAfter({ close: 4000 }, ['missed three']));
  await step('resumes when asked to reconnect', () => resumesAfter({ op: 7 }, ['missed four']));

  await step('starts a new session when its own is declared invalid', async () => {
    const before = await sandbox.metrics();
    const ready = next(client, Events.ShardReady);
    await sandbox.fault({ gateway: { op: 9, d: false } });
    await ready;
    assert.equal((await sandbox.metrics()).identifies, before.identifies + 1);
  });

  await step('waits out a rate limit and is then served', async () => {
    await sandbox.fault({ rest: { status: 429, scope: 'user', count: 1 } });
    assert.equal((await channel('general').send('after the wait')).content, 'after the wait');
    await sandbox.mend();
  });

  await step('tries again after a server error', async () => {
    await sandbox.fault({ rest: { status: 502, count: 1 } });
    assert.ok((await channel('general').messages.fetch({ limit: 1, cache: false })).size === 1);
    await sandbox.mend();
  });

  await step('still answers a person after all that', async () => {
    const [outcome] = await exchange(ada.command({ channel: 'general', command: 'ping', options: {} }), (interaction) => interaction.reply('still here'));
    assert.equal(outcome.text, 'still here');
  });
}
