// Opens the sample pages in Chromium and uses them as a reader would. node page.mjs FOLDER
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const folder = process.argv[2];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { viewport: { width: 1280, height: 900 } }, mobile = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
let failed = 0;

async function open(name, options = desktop, hash = '') {
  const context = await browser.newContext(options), page = await context.newPage();
  page.problems = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) page.problems.push(message.text()); });
  page.on('pageerror', error => page.problems.push(error.message));
  page.on('request', request => { if (!/^(file|blob):/.test(request.url())) page.problems.push('request: ' + request.url()); });
  await page.goto(`file://${folder}/${name}.html${hash}`);
  return page;
}
async function test(name, run) {
  try { await run(); console.log('ok      ' + name); } catch (error) { failed++; console.log('FAILED  ' + name + '\n' + error.message); }
}
const shown = page => page.$$eval('.ev', events => events.filter(e => !e.hidden && !e.closest('[hidden]')).map(e => e.id.slice(2)));
const settle = page => page.waitForTimeout(300);

for (const name of ['valley', 'hostile', 'right_to_left', 'empty', '2000'])
  await test(`${name}: opens without an error, runs nothing of its sources, nothing sticks out`, async () => {
    for (const options of [desktop, mobile]) {
      const page = await open(name, options);
      assert.deepEqual(page.problems, []);
      assert.equal(await page.evaluate(() => window.ran), undefined);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the window');
      await page.context().close();
    }
  });

await test('filters: each one shows what it says, and the counts agree', async () => {
  const page = await open('valley');
  const all = await shown(page);
  assert.equal(all.length, 16);
  const filtered = async (change, expected) => {
    await page.click('#clear');
    await change();
    await settle(page);
    const ids = await shown(page);
    assert.deepEqual(ids, expected);
    const counts = await page.$$eval('.year:not([hidden]) h2 small', all => all.map(one => parseInt(one.textContent)));
    assert.equal(counts.reduce((a, b) => a + b, 0), ids.length);
    assert.match(await page.textContent('#count'), new RegExp('^' + ids.length + ' of 16 '));
  };
  await filtered(() => page.fill('#q', 'DYKE sirens'), ['jbreach000010']);
  await filtered(() => page.fill('#q', 'zoe'), ['gkeeper000007']);
  await filtered(async () => { await page.fill('#from', '1994'); await page.fill('#to', '2005'); }, ['fmill00000006']);
  await filtered(async () => { await page.fill('#from', '480 BC'); await page.fill('#to', '480 BC'); }, ['a480bc0000001', 'dferry0000004']);
  await filtered(async () => { await page.fill('#from', '1994-06'); await page.selectOption('#mode', 'certain'); await page.fill('#to', '2023-09-24'); }, ['gkeeper000007', 'hworks0000008', 'jbreach000010']);
  await filtered(async () => { await page.fill('#from', '2023-09'); await page.selectOption('#mode', 'within'); await page.fill('#to', '2023-09-25'); }, ['jbreach000010']);
  await filtered(() => page.selectOption('#kind', 'plan'), ['mplan00000013', 'nplan00000014']);
  await filtered(() => page.selectOption('#precision', 'decade'), ['edecade000005']);
  await filtered(() => page.selectOption('#source', { label: 'Northern Wire' }), ['jbreach000010', 'lwarn00000012']);
  await page.fill('#from', '1994-13');
  await settle(page);
  assert.equal(await page.getAttribute('#from', 'aria-invalid'), 'true');
  assert.match(await page.textContent('#bad-date'), /1994-13 is no date/);
  assert.deepEqual(page.problems, []);
});

await test('the address keeps the filter, and leads to an event', async () => {
  const page = await open('valley', desktop, '#q=dyke&from=2023');
  assert.deepEqual(await shown(page), ['jbreach000010']);
  await page.selectOption('#kind', 'occurrence');
  assert.match(page.url(), /#q=dyke&from=2023&kind=occurrence$/);
  const linked = await open('2000', desktop, '#e-0000000001900');
  await settle(linked);
  assert.ok(await linked.$eval('#e-0000000001900', e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }));
});

await test('keys: search, next, previous, clear, the list of keys, the ends of the range', async () => {
  const page = await open('valley');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  assert.equal(await page.$eval('.current', e => e.id), 'e-b280bc0000002');
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await settle(page);
  assert.deepEqual(await shown(page), ['kminute000011', 'lwarn00000012']);
  await page.keyboard.press('Escape');
  assert.equal((await shown(page)).length, 16);
  await page.focus('#range-from');
  await page.keyboard.press('End');
  assert.ok((await shown(page)).length < 16);
  await page.keyboard.press('?');
  assert.ok(await page.$eval('#dialog', dialog => dialog.open));
  await page.click('#letters');
  await page.click('#close');
  await page.click('#clear');
  await page.focus('.date');
  const before = await page.$eval('.current', e => e.id);
  await page.keyboard.press('j');
  assert.equal(await page.$eval('.current', e => e.id), before);
  assert.deepEqual(page.problems, []);
});

await test('dragging over the strip sets the dates', async () => {
  const page = await open('2000');
  await page.evaluate(() => scrollTo(0, 0));
  const box = await (await page.$('#overview')).boundingBox();
  await page.mouse.move(box.x + box.width * .4, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * .6, box.y + 30, { steps: 5 });
  await page.mouse.up();
  const some = (await shown(page)).length;
  assert.ok(some > 300 && some < 500, String(some));
  assert.match(await page.inputValue('#from'), /^19\d\d-\d\d-\d\d$/);
});

await test('CSV holds what is shown, safe for spreadsheets', async () => {
  const page = await open('valley');
  await page.selectOption('#kind', 'plan');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  const csv = readFileSync(await download.path(), 'utf8');
  assert.equal(csv.split('\r\n').length, 4);
  assert.ok(csv.startsWith('\ufeffid,date,earliest,latest,precision,shape,kind,headline,quote,attributed_to,document,title,publisher,url,published\r\n'));
  assert.ok(csv.includes('mplan00000013,2025-22,2025-06-01,2025-08-31,season,point,plan,The new bridge is to open,'));
  const evil = await open('hostile');
  await evil.fill('#q', 'hyperlink');
  await settle(evil);
  const [second] = await Promise.all([evil.waitForEvent('download'), evil.click('#save')]);
  assert.ok(readFileSync(await second.path(), 'utf8').includes('"\'=HYPERLINK('));
});

await test('without JavaScript everything is there to read', async () => {
  const page = await open('valley', { ...desktop, javaScriptEnabled: false });
  for (const id of ['a480bc0000001', 'pundated00016']) assert.ok(await page.locator('#e-' + id).isVisible());
  assert.ok(await page.locator('#overview').isVisible());
  assert.ok(await page.locator('#controls').isHidden());
  assert.ok(await page.locator('#range').isHidden());
});

// The page's policy forbids axe, so it gets a context that does without it.
for (const [name, options] of Object.entries({ desktop, mobile }))
  for (const colorScheme of ['light', 'dark'])
    await test(`axe finds nothing: ${name}, ${colorScheme}`, async () => {
      for (const sample of ['valley', 'right_to_left']) {
        const page = await open(sample, { ...options, colorScheme, bypassCSP: true });
        await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });  // axe measures what is laid out
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`), []);
        await page.context().close();
      }
    });

await browser.close();
console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
