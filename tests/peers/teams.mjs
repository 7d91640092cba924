// Teams on the page: a mentor plans them and locks one, sees when people are free, a team says how it does, and the mentor reads that.

import assert from 'node:assert/strict';
import { step } from './steps.mjs';

/** After ideas.mjs: Ada and Bo are on a team. What it uses is the tour's own (browser.mjs). */
export async function teams({ page, byId, messages, screenshot, actAs, choose }) {
  const button = (message, name) => message.getByRole('button', { name, exact: true });
  const saying = (...words) => words.reduce((found, each) => found.filter({ hasText: each }), messages).last();

  async function run(command) {
    await byId('channel').filter({ hasText: /^general$/ }).first().click();
    await choose(command, 'Tab');
    await byId('run-command').click();
  }

  /** One without fields runs as soon as it is taken. */
  async function runAtOnce(command) {
    await byId('channel').filter({ hasText: /^general$/ }).first().click();
    await byId('command-box').click();
    await byId('command-box').pressSequentially(`/${command}`, { delay: 25 });
    await byId('command-option').filter({ hasText: `/${command}` }).first().waitFor();
    await byId('command-box').press('Tab');
  }

  await step('Mira plans teams: rules, a dry run with reasons, one team locked', async () => {
    await actAs('mira');
    await run('teams form');
    const rules = saying('Formation #1', 'Nobody hears of anything before you commit');
    await rules.waitFor();
    await screenshot('teams-rules');
    await button(rules, 'Rules…').click();
    const modal = byId('modal');
    await modal.waitFor();
    for (const [label, text] of Object.entries({ 'People in a team': '2-4', 'Of them backend': 'any', 'Of them frontend': 'any', 'Hours a week that all of a team share': '0' })) {
      await modal.getByLabel(label).fill(text);
    }

    await byId('modal-submit').click();
    await modal.waitFor({ state: 'detached' });
    await rules.getByText('Teams of 2-4').waitFor();
    await button(rules, 'Dry run').click();
    const plan = saying('Formation #1', 'All rules hold.');
    await plan.waitFor({ timeout: 30_000 });
    assert.match(await plan.innerText(), /Seed 1, the weakest team first/);
    await button(plan, 'Lock team 1').click();
    await saying('Team 1 stays as it is when the rest is built anew').waitFor();
    await screenshot('teams-plan');
  });

  await step('sees who has no team and why, and when people are free', async () => {
    await run('teams report');
    const picture = saying('Without a team').locator('.gallery img');
    await picture.waitFor({ timeout: 20_000 });
    assert.match(await picture.getAttribute('alt'), /Hours of the week on the clock of/);
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element.complete && element.naturalWidth === 1200, await picture.elementHandle());
    await screenshot('teams-report');
  });

  await step('Ada says by one press how her team does, and Mira reads it', async () => {
    await actAs('ada');
    await run('team checkin');
    const card = saying('How does #1 Bus times near campus do this week?');
    await card.waitFor();
    await button(card, 'Stuck').click();
    await saying('Noted for this week: stuck').waitFor();
    await screenshot('team-checkin');
    await actAs('mira');
    await runAtOnce('teams checkins');
    const list = saying('How teams do this week');
    await list.getByText(/stuck/).first().waitFor();
    assert.match(await list.innerText(), /1 of 1 have said it/);
    await screenshot('teams-checkins');
  });
}
