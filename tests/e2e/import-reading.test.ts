import type { Browser, Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { encodeText } from '../support/encode-text.ts';
import { startServer, type RunningServer } from '../support/server.ts';

describeInBrowser('how a file is read, on the Import page', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ database: 'empty' });
    browser = await launchBrowser();
    page = await (
      await browser.newContext({ storageState: server.session, locale: 'en-US' })
    ).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function upload(name: string, buffer: Buffer): Promise<void> {
    await page.goto(`${server.url}/import`);
    const file = { name, mimeType: 'application/octet-stream', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { name: 'What do the columns mean?' }).waitFor();
  }

  async function choose(label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  const readAgain = () => page.getByRole('button', { name: 'Read again' }).click();
  const column = (header: string) =>
    page.getByRole('combobox', { name: `Field of the column “${header}”` }).waitFor();

  it('is found out for Chinese text under a title, and can be said otherwise', async () => {
    const text = '入职名单\n毕业院校;专业;年薪\n北京大学;法学;85000\n';
    await upload('入职.csv', encodeText(text, 'gb18030'));
    await page.getByText('GB18030, GBK').first().waitFor();
    await column('毕业院校');
    await page.getByText('Read it differently').click();
    await choose('Encoding', 'Windows-1252');
    await readAgain();
    await column('±ÏÒµÔºÐ£');
    await choose('Encoding', 'UTF-8');
    await readAgain();
    await page.getByText('is not text in UTF-8').waitFor();
    await choose('Encoding', 'GB18030, GBK');
    await readAgain();
    await column('毕业院校');
  });

  it('is found out for a workbook, of which another sheet can be chosen', async () => {
    const book = await writeExcelFile([
      { sheet: 'Notes', data: [] },
      {
        sheet: 'Hires',
        data: [
          ['school', 'hired_on'],
          ['North', '2024-07-01'],
        ],
      },
      {
        sheet: '学校',
        data: [
          ['毕业院校', '专业'],
          ['南方大学', '法学'],
        ],
      },
    ]).toBuffer();
    await upload('people.xlsx', book);
    await column('hired_on');
    await page.getByText('Read it differently').click();
    await choose('Sheet', '学校');
    await readAgain();
    await column('毕业院校');
    expect(await page.getByText('南方大学').count()).toBeGreaterThan(0);
  });
});
