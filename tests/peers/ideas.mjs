// An idea's way on the page: proposed, found alike and voted for, joined, moved with a reason, made a team, seen on the board and in the roadmap.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { step } from './steps.mjs';

/** With the page open and nothing in its way. What it uses is the tour's own (browser.mjs). */
export async function ideas({ page, byId, box, messages, screenshot, type, actAs, choose, folder }) {
  const open = (name) => byId('channel').filter({ hasText: new RegExp(`^${name}$`) }).first().click();
  const button = (message, name) => message.getByRole('button', { name, exact: true });
  const saying = (...words) => words.reduce((found, each) => found.filter({ hasText: each }), messages).last();

  /** The card at the top of the idea's post. */
  const card = messages.filter({ hasText: 'The problem' }).first();
  const reads = (words) => card.getByText(words).first().waitFor({ timeout: 20_000 });
  const colour = () => card.locator('.container').evaluate((element) => getComputedStyle(element).borderLeftColor);

  /** Begins with a title in the command's list and ends with the form filled in. */
  async function propose(title, answers) {
    await open('general');
    await choose('idea add', 'Tab');
    await type(byId('option-title'), title);
    await byId('run-command').click();
    const modal = byId('modal');
    await modal.waitFor();
    assert.equal(await modal.getByLabel('Your idea in one line').inputValue(), title);
    for (const [label, text] of Object.entries(answers)) await modal.getByLabel(label).fill(text);
  }

  async function submit() {
    await byId('modal-submit').click();
    await byId('modal').waitFor({ state: 'detached' });
  }

  /** A picture of one message's card alone. */
  async function portrait(name) {
    await card.scrollIntoViewIfNeeded();
    await card.locator('.container').screenshot({ path: join(folder, `${name}.png`) });
  }

  await step('proposes an idea in a form, and follows the link to its card', async () => {
    await actAs('ada');
    await propose('Bus times near campus', {
      'Which problem does it solve?': 'Nobody knows when the next bus comes, so everybody is early and waits in the rain.',
      'For whom?': 'Students who come by bus',
      'A rough solution': 'A **Django** API with the timetable, and a page for phones that asks it every minute.',
      'Who is needed to build it?': '1 backend, 1 frontend, mentor',
    });
    await screenshot('idea-form');
    await submit();
    const posted = saying('#1 Bus times near campus', 'You are in its thread');
    await posted.getByText('Needed: 1 backend, 1 frontend, 1 mentor, if there is one.').waitFor();
    await screenshot('idea-posted');
    await posted.getByRole('link', { name: 'Bus times near campus' }).first().click();
    await card.getByText('Proposed').waitFor();
    assert.match(await card.innerText(), /Still needed to begin: 1 backend and 1 frontend/);
    for (const name of ['Vote', "I'd build this", 'More…']) await button(card, name).waitFor();
    assert.equal(await colour(), 'rgb(240, 178, 50)');
    await screenshot('idea');
  });

  await step('somebody else has the same idea, sees that while proposing it, and votes for this one instead', async () => {
    await actAs('bo');
    await propose('When does the next bus to the campus come?', {
      'Which problem does it solve?': 'I never know when the bus comes, and stand in the rain.',
      'A rough solution': 'A page with the timetable of the bus.',
    });
    await submit();
    const preview = saying('When does the next bus', 'is not posted yet');
    await preview.getByText('#1 Bus times near campus').waitFor();
    await screenshot('idea-alike');
    await button(preview, 'Vote for #1 instead').click();
    await saying('Your vote counts for', '#1 Bus times near campus', 'It has 1 vote').waitFor();
    await saying('When does the next bus', 'was not posted').waitFor();
    await screenshot('idea-voted');
  });

  await step('both would build it, each in their track: the card fills by itself', async () => {
    await byId('channel').filter({ hasText: /^ideas$/ }).click();
    const post = byId('post').filter({ hasText: 'Bus times near campus' });
    await post.getByText('looking for team').waitFor();
    await screenshot('idea-forum');
    await post.click();
    await button(card, "I'd build this").click();
    await saying('You have a place as frontend').waitFor();
    await screenshot('idea-joined');
    await actAs('ada');
    await button(card, "I'd build this").click();
    await saying('You have a place as backend').waitFor();
    await reads(/1 vote/);
    await page.waitForFunction((element) => /backend 1 of 1, full[\s\S]*frontend 1 of 1, full/.test(element.innerText), await card.elementHandle(), { timeout: 20_000 });
    assert.doesNotMatch(await card.innerText(), /Still needed/);
    await screenshot('idea-full');
    await portrait('idea-card');
  });

  await step('Mira says where it stands, and why; whoever follows it reads that in its thread', async () => {
    await actAs('mira');
    await button(card, 'More…').click();
    const menu = saying('#1 Bus times near campus', "You don't follow it");
    await menu.waitFor();
    await screenshot('idea-more');
    await button(menu, 'Change status…').click();
    const modal = byId('modal');
    await modal.getByLabel('Status').selectOption('Ready');
    await modal.getByLabel('Why?').fill('Small enough for four weeks, and both sides are there.');
    await screenshot('idea-status');
    await submit();
    await saying('is Ready now').waitFor();
    const news = saying('Proposed → Ready', 'by @Mira Haddad');
    await news.getByText('Small enough for four weeks').waitFor({ timeout: 20_000 });
    assert.match(await news.innerText(), /Nobody was pinged/);
    await reads('Ready');
    await screenshot('idea-ready');
  });

  await step('forms the team: its people are told, and have a thread of their own', async () => {
    await button(card, 'More…').click();
    await button(saying('#1 Bus times near campus', "You don't follow it"), 'Form the team…').click();
    const ask = saying('Form the team of');
    await ask.waitFor();
    await screenshot('team-asked');
    await button(ask, 'Form the team').click();
    await saying('has its team, Bus times near campus').waitFor();
    await reads('Building');
    await reads(/Team: Bus times near campus/);
    assert.equal(await colour(), 'rgb(230, 126, 34)');
    await screenshot('idea-building');
    await actAs('ada');
    await byId('channel').filter({ hasText: 'Bus times near campus' }).first().click(); // teams stand above ideas
    const welcome = messages.filter({ hasText: 'How to begin' }).first();
    await welcome.getByText(/You build idea #1 together/).waitFor({ timeout: 20_000 });
    for (const name of ['Add the repository', 'Invite somebody']) await button(welcome, name).waitFor();
    await screenshot('team');
  });

  await step('finds it on the board, and in the roadmap’s picture', async () => {
    await propose('Lost and found for the cohort', {
      'Which problem does it solve?': 'Chargers and notebooks that are left behind are asked for in five channels.',
      'Who is needed to build it?': '2 backend, 1-2 frontend',
    });
    await submit();
    await saying('#2 Lost and found for the cohort', 'You are in its thread').waitFor();
    await type(box, '/idea board');
    await box.press('Enter');
    const board = saying('2 ideas · hot');
    await board.waitFor();
    assert.match(await board.innerText(), /#1 Bus times near campus[\s\S]*Building · 1 vote/);
    assert.match(await board.innerText(), /#2 Lost and found for the cohort[\s\S]*Proposed · 0 votes/);
    await screenshot('idea-board');
    await type(box, '/idea roadmap');
    await box.press('Enter');
    const roadmap = saying('by status and votes').locator('.gallery img');
    await roadmap.waitFor();
    assert.match(await roadmap.getAttribute('alt'), /Bus times near campus/);
    await roadmap.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element.complete && element.naturalWidth === 1080, await roadmap.elementHandle());
    await screenshot('idea-roadmap');
  });
}
