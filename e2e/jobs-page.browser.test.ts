import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumMissing, launchChromium, openPage } from '#platform/testkit/chromium.ts';
import { seriousFaults } from './testkit/axe.ts';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

const title = `the page of jobs, in Chromium${chromiumMissing === undefined ? '' : ` (${chromiumMissing})`}`;

describe.skipIf(chromiumMissing !== undefined)(title, () => {
  let bank: BankAtWork;
  let browser: Browser;
  beforeAll(async () => {
    [bank, browser] = await Promise.all([startBankAtWork({ PORTICO_PARTS: 'simulators,subgraphs,gateway,pages' }), launchChromium()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await bank.stop();
  });

  const changeJobs = (change: string) => sql.raw(`update jobs.job set ${change}`).execute(bank.bank.database?.tables() ?? fail());
  const fail = (): never => {
    throw new Error('the bank has no database');
  };
  const countOf = (name: string) => async () =>
    Number(
      new RegExp(`^${name}\\{queue="cards\\.look-into-change"\\} (\\d+)$`, 'm').exec(
        await (await fetch(bank.bank.metricsUrl ?? '')).text(),
      )?.[1],
    );

  it('shows what waits and what failed for good, as the metrics do, and a job that is replayed ends', async () => {
    const { page, strayRequests, errors, close } = await openPage(browser, bank.url);
    await page.goto(`${bank.url}/about/jobs`);
    await page.getByText('No job waits for a person.').waitFor();
    const row = page.locator('[data-queue="cards.look-into-change"] .number');
    expect(await row.allTextContents()).toEqual(['0', '–', '0', '0']);

    const { data } = await bank.ask('olena', '{ me { cards { id status } } }');
    const card = data.me.cards.find(({ status }: { status: string }) => status === 'ACTIVE');
    const query = `mutation { lockCard(input: { cardId: "${card.id}", idempotencyKey: "of-the-page" }) { __typename } }`;
    expect((await bank.ask('olena', query)).data).toEqual({ lockCard: { __typename: 'LockCardSuccess' } });
    await vi.waitFor(async () => expect(await row.first().textContent()).toBe('1'), { timeout: 10_000 });

    // Nobody can read what this job is about, so it is dead at once.
    await changeJobs(`data = '{"changeId": "none"}', start_after = now()`);
    await page.locator('.dead .fault').waitFor();
    expect(await page.locator('.dead .fault').textContent()).toContain('its data cannot be read');
    await page.getByText('Some jobs wait for a person').waitFor();
    expect(await countOf('portico_jobs_dead')()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);

    await changeJobs(`data = jsonb_build_object('changeId', gen_random_uuid())`);
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('No job waits for a person.').waitFor();
    await vi.waitFor(async () => expect(await countOf('portico_jobs_waiting')()).toBe(0), { timeout: 10_000 });
    expect(await countOf('portico_jobs_dead')()).toBe(0);
    expect([strayRequests, errors]).toEqual([[], []]);
    await close();
  }, 60_000);

  it('takes a replay from no page of another origin', async () => {
    const replay = (headers: Record<string, string>, body: object) =>
      fetch(`${bank.url}/about/jobs/api/replay`, { method: 'POST', headers, body: JSON.stringify(body) });
    const ids = ['00000000-0000-4000-8000-000000000000'];
    expect((await replay({ 'content-type': 'text/plain' }, { queue: 'cards.look-into-change', ids })).status).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect((await replay(json, { queue: 'nobody', ids })).status).toBe(400);
    expect(await (await replay(json, { queue: 'cards.look-into-change', ids })).json()).toEqual({ replayed: 0 });
    expect((await fetch(`${bank.url}/about/jobs/api/other`)).status).toBe(400);
  });
});
