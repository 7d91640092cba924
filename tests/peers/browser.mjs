// A newcomer at the sandbox's page: looks a topic up, presses a button, is reminded and puts it off, asks a question that a mentor
// takes and answers, sees an idea become a team (ideas.mjs), plans teams and reads how they do (teams.mjs), schedules an announcement with a picture as a mentor, sees it come, and confirms it.
// usage: node browser.mjs http://127.0.0.1:PORT CHROMIUM FOLDER-FOR-SCREENSHOTS     (a sandbox with the bot in it)

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ideas } from './ideas.mjs';
import { finish, step } from './steps.mjs';
import { teams } from './teams.mjs';

const [base, executablePath, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, colorScheme: 'dark', timezoneId: 'Africa/Lagos', locale: 'en-GB' });
const page = await context.newPage();
page.setDefaultTimeout(10_000);

const complaints = [];
const strangers = [];
page.on('console', (line) => { if (line.type() === 'error') complaints.push(line.text()); });
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
page.on('response', (response) => { if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`); });
const note = (url) => { if (!['data:', 'blob:'].includes(new URL(url).protocol) && new URL(url).hostname !== '127.0.0.1') strangers.push(url); };
page.on('request', (request) => note(request.url()));
page.on('websocket', (socket) => note(socket.url()));

const byId = (id) => page.getByTestId(id);
const box = byId('command-box');
const messages = byId('message');
const screenshot = async (name) => {
  await page.evaluate(() => Promise.allSettled(
    document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished)));
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
const type = async (field, text) => { await field.click(); await field.pressSequentially(text, { delay: 25 }); };
const actAs = async (name) => {
  await byId('act-as').selectOption(name);
  await page.waitForFunction((who) => document.querySelector('[data-testid="act-as"]').value === who, name);
};

/** A picture of 64 by 64 points. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsItpAfuDCYzgWxiswFI9r0VAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBA4LKl5vGHciaUjwAAAABJRU5ErkJggg==', 'base64');

/** The browser has fetched and drawn it. */
const pictureIsSeen = async (message) => {
  const image = message.locator('.gallery img').last();
  await image.scrollIntoViewIfNeeded();
  const handle = await image.elementHandle();
  await page.waitForFunction((element) => element.complete && element.naturalWidth === 64, handle);
};

/** With the clock's panel open. */
async function forward(step) {
  await byId(`clock-${step}`).click();
  await byId(`clock-${step}`).and(page.locator(':enabled')).waitFor();
}

/** Types the command until it is offered, takes it from the list, and waits for its fields. Enter runs one that needs none at once. */
async function choose(command, key = 'Enter') {
  await type(box, `/${command}`);
  await byId('command-option').filter({ hasText: `/${command}` }).first().waitFor();
  await box.press(key);
  await byId('command-form').waitFor();
}

await step('opens the page and sees the server, its channels and the bot online', async () => {
  await page.goto(base);
  await page.getByRole('heading', { name: 'ProDev Backend' }).waitFor();
  await byId('channel').filter({ hasText: 'prodevprojectnexus' }).waitFor();
  await byId('bot-state').filter({ hasText: 'online' }).waitFor();
  await box.waitFor();
  await screenshot('first-look');
});

await step('picks whom to be', () => actAs('ada'));

await step('types /topic, is offered the command and suggestions while typing', async () => {
  await choose('topic lookup');
  await type(byId('option-query'), 'drf');
  await byId('option').filter({ hasText: /REST/ }).first().waitFor();
  await screenshot('autocomplete');
});

await step('runs /topic lookup query:drf and reads the answer', async () => {
  await byId('option').filter({ hasText: /REST/ }).first().click();
  await byId('run-command').click();
  const answer = messages.filter({ hasText: /Django REST/ }).last();
  await answer.waitFor();
  assert.match(await answer.innerText(), /Ada Obi\s+used\s+\/topic lookup/);
  await screenshot('topic');
});

await step('presses a button of the answer and gets something only she can see', async () => {
  await messages.filter({ hasText: /Django REST/ }).last().getByRole('button', { name: 'Common mistakes' }).click();
  await messages.filter({ hasText: 'Only you can see this' }).last().waitFor();
});

await step('asks for a reminder, and sees while typing how the time is understood', async () => {
  await choose('remind me');
  await type(byId('option-when'), 'in 10 min');
  await byId('option').filter({ hasText: /in 10 min/i }).first().click();
  await type(byId('option-what'), 'Push the migrations');
  await byId('run-command').click();
  await messages.filter({ hasText: 'I will remind you' }).filter({ hasText: 'Push the migrations' }).last().waitFor();
  await screenshot('reminder-set');
});

await step('is mentioned when it is due, puts it off, and has done it the second time', async () => {
  const due = messages.filter({ hasText: 'you asked me' }).filter({ hasText: 'Push the migrations' });
  await byId('panel-clock').click();
  await forward('PT10M');
  await due.last().waitFor();
  const [last, close] = [await byId('hints').getByRole('button', { name: /^Announce/ }).boundingBox(), await byId('hints').getByRole('button', { name: 'Hide' }).boundingBox()];
  assert.ok(last.x + last.width <= close.x, 'beside an open panel the last hint lies under the button that hides them');
  await screenshot('reminder');
  await due.last().getByRole('button', { name: 'Snooze 10 min' }).click();
  await messages.filter({ hasText: 'I will remind' }).filter({ hasText: 'again' }).last().waitFor();
  await forward('PT10M');
  await due.last().getByRole('button', { name: 'Done' }).click();
  await messages.filter({ hasText: 'Done:' }).filter({ hasText: 'Push the migrations' }).last().waitFor();
  await byId('panel-clock').click();
});

await step('asks a question, and sees before anybody else what may answer it, without the secret', async () => {
  await choose('ask', 'Tab');
  await type(byId('option-title'), 'My Celery task runs twice');
  await byId('option').filter({ hasText: 'Ask: My Celery task runs twice' }).waitFor();
  await byId('run-command').click();
  const modal = byId('modal');
  await modal.waitFor();
  assert.equal(await modal.getByLabel('Your question in one line').inputValue(), 'My Celery task runs twice');
  await type(modal.getByLabel('Details'), 'Each order sends two mails:\n```python\nsend_mail.delay(order.id)\n```\nThe broker has password=hunter2secret in its address.');
  await type(modal.getByLabel('What you tried'), 'Restarted the worker.');
  await screenshot('question-form');
  await byId('modal-submit').click();
  await modal.waitFor({ state: 'detached' });
  const preview = messages.filter({ hasText: 'is not posted yet' }).last();
  await preview.getByText('I hid what looks like a secret').waitFor();
  await preview.getByText('Only you can see this').waitFor();
  await preview.getByRole('button', { name: /^Read: Task queue failures/ }).waitFor();
  assert.doesNotMatch(await preview.innerText(), /hunter2/);
  await screenshot('question-preview');
});

/** In the question's thread. */
const card = messages.filter({ hasText: 'asked by' }).first();
const colour = () => card.locator('.container').evaluate((element) => getComputedStyle(element).borderLeftColor);

await step('asks anyway, and follows the link to the post', async () => {
  await messages.filter({ hasText: 'is not posted yet' }).last().getByRole('button', { name: 'Ask anyway' }).click();
  const posted = messages.filter({ hasText: 'Your question #1 is at' }).last();
  await posted.getByRole('link', { name: 'My Celery task runs twice' }).first().click();
  await card.getByText('nobody has taken it yet').waitFor();
  assert.match(await card.innerText(), /asked by\s+@Ada Obi/);
  for (const name of ['Same here', 'I take it', "It's solved", 'More…']) await card.getByRole('button', { name, exact: true }).waitFor();
  assert.equal(await colour(), 'rgb(240, 178, 50)');
  await screenshot('question');
});

await step('is helped: Mira takes it and answers', async () => {
  await actAs('mira');
  await card.getByRole('button', { name: 'I take it' }).click();
  await messages.filter({ hasText: '#1 My Celery task runs twice is yours' }).last().getByRole('button', { name: 'Give it back' }).waitFor();
  await card.getByText(/Taken by/).waitFor();
  assert.match(await card.innerText(), /Taken by @Mira Haddad/);
  await type(box, 'The task takes longer than visibility_timeout, so the broker hands it out again. Raise it above your longest task.');
  await box.press('Enter');
  await messages.filter({ hasText: 'Raise it above' }).last().waitFor();
  await screenshot('question-taken');
});

await step('marks the answer in the message’s menu; the card turns green, and Mira is thanked', async () => {
  await actAs('ada');
  const answer = messages.filter({ hasText: 'Raise it above' }).last();
  await answer.hover();
  await answer.getByTestId('message-menu').click();
  await byId('menu').getByRole('menuitem', { name: 'Mark as answer' }).click();
  await messages.filter({ hasText: 'Marked as what helped' }).last().getByRole('button', { name: 'Take it back' }).waitFor();
  await messages.filter({ hasText: /Thank you, @Mira Haddad! Your answer helped/ }).last().waitFor();
  await card.getByText('Answer by').waitFor();
  assert.match(await card.innerText(), /Solved/);
  assert.equal(await colour(), 'rgb(35, 165, 90)');
  await card.scrollIntoViewIfNeeded();
  await card.locator('.container').screenshot({ path: join(folder, 'question-card.png') });
  await screenshot('question-solved');
  await card.getByRole('link', { name: 'Jump to it' }).click();
  await page.waitForFunction((element) => document.activeElement === element || location.href.includes(element.dataset.messageId), await answer.elementHandle());
});

await step('finds the question again: in the forum with its tags, and with /questions list', async () => {
  await byId('channel').filter({ hasText: /^questions$/ }).click();
  const post = byId('post').filter({ hasText: 'My Celery task runs twice' });
  await post.getByText('solved').waitFor();
  await post.getByText('backend').waitFor();
  await screenshot('question-forum');
  await byId('channel').filter({ hasText: 'general' }).first().click();
  await type(box, '/questions list which:solved');
  await box.press('Enter');
  const list = messages.filter({ hasText: 'Solved questions' }).last();
  await list.getByRole('link', { name: '#1' }).waitFor();
  assert.match(await list.innerText(), /#1 My Celery task runs twice/);
  await screenshot('question-list');
});

await ideas({ page, byId, box, messages, screenshot, type, actAs, choose, folder });
await teams({ page, byId, messages, screenshot, actAs, choose });

await step('schedules an announcement for the next minute, as the mentor', async () => {
  await actAs('mira');
  await choose('announce schedule');
  await type(byId('option-when'), 'in 1 minute');
  await byId('option').filter({ hasText: /^in 1 minute\b/i }).first().click();
  await byId('run-command').click();
  const modal = byId('modal');
  await modal.waitFor();
  await type(modal.getByLabel(/title/i).first(), 'Demo day');
  await type(modal.locator('textarea').first(), 'Friday at four. Bring a laptop.');
  await byId('modal-submit').click();
  await modal.waitFor({ state: 'detached' });
  await messages.filter({ hasText: 'Bring a laptop' }).last().waitFor();
});

await step('attaches a picture, and asks for “Got it” and a thread', async () => {
  const preview = messages.filter({ hasText: 'Bring a laptop' }).last();
  await preview.getByRole('button', { name: 'Files…' }).click();
  await byId('modal').waitFor();
  await byId('modal').getByTestId('file').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: picture });
  await byId('modal').getByText('plan.png').waitFor();
  await byId('modal-submit').click();
  await pictureIsSeen(preview);
  const options = preview.locator('details.multi');
  await options.locator('summary').click();
  await options.getByRole('checkbox', { name: /Got it/ }).check();
  await options.getByRole('checkbox', { name: /Discussion thread/ }).check();
  await options.getByRole('button', { name: 'Done' }).click();
  await preview.getByRole('button', { name: 'Got it' }).waitFor();
});

await step('confirms it', async () => {
  const preview = messages.filter({ hasText: 'Bring a laptop' }).last();
  const confirm = preview.getByRole('button', { name: 'Confirm' });
  await page.waitForFunction((button) => {
    const [{ bottom }, list] = [button.getBoundingClientRect(), document.querySelector('[data-testid="messages"]').getBoundingClientRect()];
    return bottom <= list.bottom;
  }, await confirm.elementHandle());
  await screenshot('announcement-preview');
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
});

await step('moves the clock forward and reads the announcement in #prodevprojectnexus', async () => {
  await byId('panel-clock').click();
  await forward('PT1M');
  await byId('channel').filter({ hasText: 'prodevprojectnexus' }).click();
  await page.getByRole('heading', { name: 'prodevprojectnexus', exact: true }).waitFor();
  const post = messages.filter({ hasText: 'Bring a laptop' }).last();
  await post.waitFor();
  await pictureIsSeen(post);
  await post.locator('.thread-link').filter({ hasText: 'Demo day' }).waitFor();
  await screenshot('announcement');
});

await step('presses “Got it” as a learner, and sees the count go up', async () => {
  await actAs('ada');
  const post = messages.filter({ hasText: 'Bring a laptop' }).last();
  await post.getByRole('button', { name: 'Got it', exact: true }).click();
  await messages.filter({ hasText: 'Noted, thank you' }).last().waitFor();
  await forward('PT1M');
  await post.getByRole('button', { name: 'Got it · 1' }).waitFor();
  await screenshot('got-it');
});

await step('sees the requests behind it, without a token', async () => {
  await byId('panel-requests').click();
  const requests = byId('requests');
  await requests.getByText('POST').first().waitFor();
  assert.doesNotMatch(await requests.innerText(), /sandbox-token/);
});

await step('finds the same on a phone', async () => {
  await byId('panel-requests').click();
  await page.setViewportSize({ width: 390, height: 844 });
  await messages.filter({ hasText: 'Bring a laptop' }).last().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  await screenshot('phone');
});

await step('nothing left this machine and nothing was complained about', async () => {
  assert.deepEqual(strangers, []);
  assert.deepEqual(complaints, []);
});

await browser.close();
finish();
