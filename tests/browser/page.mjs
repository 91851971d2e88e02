// Opens the sample pages in Chromium and uses them as a reader would. node page.mjs FOLDER
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

const folder = process.argv[2];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const lanes = 3;  // tests at a time: while one waits for its page another goes on
const desktop = { viewport: { width: 1280, height: 900 } }, mobile = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const tests = [];

// Pages that are opened alike share a context; most of the time of opening one goes into a new one.
const contexts = new Map();
async function contextOf(options) {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) contexts.set(key, browser.newContext(options));
  return contexts.get(key);
}
async function open(name, options = desktop, hash = '') {
  const page = await (await contextOf(options)).newPage();
  opened.get(running.getStore()).push(page);
  page.problems = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) page.problems.push(message.text()); });
  page.on('pageerror', error => page.problems.push(error.message));
  page.on('request', request => { if (!/^(file|blob):/.test(request.url())) page.problems.push('request: ' + request.url()); });
  await page.goto(`file://${folder}/${name}.html${hash}`);
  return page;
}
const running = new AsyncLocalStorage(), opened = new Map();
function test(name, run) { tests.push({ name, run }); }
async function runAll() {
  let failed = 0;
  const lane = async () => {
    for (let next; (next = tests.shift());) {
      opened.set(next, []);
      try { await running.run(next, next.run); console.log('ok      ' + next.name); } catch (error) { failed++; console.log('FAILED  ' + next.name + '\n' + error.message); }
      for (const page of opened.get(next)) await page.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}
const shown = page => page.$$eval('.ev', events => events.filter(e => !e.hidden && !e.closest('[hidden]')).map(e => e.id.slice(2)));
// The page filters a moment after the last key; a timer begun now ends after that one.
const settle = page => page.evaluate(() => new Promise(done => setTimeout(() => requestAnimationFrame(done), 80)));

// The page's policy forbids axe, so it gets a context that does without it. What the rules about structure look at is the same in the dark.
for (const [name, options] of Object.entries({ desktop, mobile }))
  for (const sample of ['valley', 'compared', 'years-sources', name === 'desktop' ? 'valley_split' : 'right_to_left'])
    test(`axe finds nothing: ${sample}, ${name}, light and dark`, async () => {
      const page = await open(sample, { ...options, colorScheme: 'light', bypassCSP: true });
      await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });  // axe measures what is laid out
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(dark => window.axe.run(dark ? { runOnly: ['cat.color'] } : {}), colorScheme === 'dark');
        assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`), []);
      }
    });

for (const name of ['valley', 'hostile', 'right_to_left', 'empty', '2000', 'valley_split', 'valley_split-2023', 'hostile_split', 'hostile_split-2023', 'hostile_split-sources', 'years-sources', 'compared', 'hostile_compared'])
  test(`${name}: opens without an error, runs nothing of its sources, nothing sticks out`, async () => {
    for (const options of [desktop, mobile]) {
      const page = await open(name, options);
      assert.deepEqual(page.problems, []);
      assert.equal(await page.evaluate(() => window.ran), undefined);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the window');
      assert.deepEqual(await page.$$eval('[id]', all => all.map(e => e.id).filter((id, i, ids) => ids.indexOf(id) < i).slice(0, 5)), [], 'an id twice');
    }
  });

test('filters: each one shows what it says, and the counts agree', async () => {
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

test('what is searched for is marked in what is found', async () => {
  const page = await open('valley', desktop, '#q=DYKE zoe');
  const marked = () => page.evaluate(() => Array.from(CSS.highlights.get('found') ?? [], String));
  assert.deepEqual(await marked(), []);
  await page.fill('#q', 'DYKE');
  await settle(page);
  assert.deepEqual(await marked(), ['dyke', 'dyke', 'dyke', 'dyke']);
});

test('the address keeps the filter, and leads to an event', async () => {
  const page = await open('valley', desktop, '#q=dyke&from=2023');
  assert.deepEqual(await shown(page), ['jbreach000010']);
  await page.selectOption('#kind', 'occurrence');
  await page.waitForURL(/#q=dyke&from=2023&kind=occurrence$/);
  const linked = await open('2000', desktop, '#e-0000000001900');
  await linked.waitForFunction(() => { const box = document.getElementById('e-0000000001900').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; });
});

test('a link within the page leads to its place, whatever was not laid out on the way', async () => {
  for (const options of [desktop, { ...desktop, javaScriptEnabled: false }]) {
    const page = await open('2000', options);
    await page.click('.ev .ref');
    for (const id of ['d-390', 'e-0000000001000', 'method']) {
      await page.goto(`file://${folder}/2000.html#${id}`);
      const place = async () => (await page.locator('#' + id).boundingBox()).y;
      let y = await place();
      for (let tries = 0; tries < 50 && !(y >= 0 && y < 800); ++tries) {  // on a busy machine it is laid out later
        await page.waitForTimeout(100);
        y = await place();
      }
      assert.ok(y >= 0 && y < 800, `${id} at ${y}`);
    }
  }
});

test('keys: search, next, previous, clear, the list of keys, the ends of the range', async () => {
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

test('dragging over the strip sets the dates', async () => {
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

test('CSV holds what is shown, safe for spreadsheets', async () => {
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

test('CSV of everything is that of annals report --format csv, from one page and from the overview of many', async () => {
  for (const name of ['valley', 'valley_split']) {
    const page = await open(name);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    assert.equal(readFileSync(await download.path(), 'utf8'), readFileSync(`${folder}/valley.csv`, 'utf8'), name);
  }
});

test('the overview of many pages: search, counts, keys, and links that lead on with the filter', async () => {
  const page = await open('valley_split');
  assert.equal(await page.locator('#hits').isVisible(), false);
  const parts = await page.$$eval('.part', all => all.length);
  await page.fill('#q', 'dyke');
  await settle(page);
  assert.deepEqual(await page.$$eval('#hits .what h3', all => all.map(one => one.textContent)), ['The upper dyke breaks']);
  assert.deepEqual(await page.$$eval('.part:not([hidden])', all => all.map(one => one.textContent)), ['2023 1 of 4 events']);
  await page.keyboard.press('Tab');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('j');
  assert.equal(await page.$eval('.current .date', e => e.textContent), '24 September 2023');
  await page.click('.part:not([hidden]) a');
  await page.waitForURL(/valley_split-2023\.html#q=dyke$/);
  assert.deepEqual(await shown(page), ['jbreach000010']);
  await page.click('.way .up');
  await page.waitForURL(/valley_split\.html$/);
  assert.equal(await page.$$eval('.part:not([hidden])', all => all.length), parts);
  const linked = await open('valley_split', desktop, '#e-jbreach000010');
  await linked.waitForURL(/valley_split-2023\.html#e-jbreach000010$/);
  assert.deepEqual(page.problems.concat(linked.problems), []);
});

test('more of what the overview finds comes by keys, which go on at the first of it', async () => {
  const page = await open('years');
  await page.fill('#from', '-3000');
  await settle(page);
  assert.equal(await page.locator('#hits .ev').count(), 100);
  await page.locator('#hits .ev a').last().focus();
  for (let i = 0; i < 3 && !await page.evaluate(() => document.activeElement.closest('#more')); i++) await page.keyboard.press('Tab');  // past what unfolds
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#hits .ev').count() > 100);
  assert.equal(await page.evaluate(() => Array.from(document.querySelectorAll('#hits .ev')).indexOf(document.activeElement.closest('.ev'))), 100);
  assert.deepEqual(page.problems, []);
});

test('what the overview finds is dated and cited as on its page', async () => {
  const page = await open('valley'), overview = await open('valley_split');
  await overview.selectOption('#mode', 'certain');
  await settle(overview);
  const told = page => page.$$eval('.ev', all => all.map(e => [e.querySelector('.date').textContent, e.querySelector('.what > h3, .what > h4').textContent, e.querySelector('blockquote').textContent,
    (e.querySelector('.src a[href^="http"]') ?? e).href, /, (\d+ \w+ \d+)/.exec(e.querySelector('.src').textContent)?.[1]]));
  assert.deepEqual(await told(overview), await told(page));
});

test('hostile words found from the overview stay words', async () => {
  const page = await open('hostile_split');
  await page.selectOption('#kind', 'occurrence');
  await settle(page);
  assert.equal(await page.$$eval('#hits .ev', all => all.length), 16);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.$$eval('#hits img, #hits script, #hits a[href^="javascript"]', all => all.length), 0);
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(await page.textContent('#hits')));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the window');
  assert.deepEqual(page.problems, []);
});

test('texts: the marks and the events lead to each other', async () => {
  const page = await open('years-sources');
  const [id, href] = await page.$eval('.tag', tag => [tag.id, tag.getAttribute('href')]);
  await page.click('.tag');
  await page.waitForURL(new RegExp(href + '$'));
  assert.equal(await page.$eval(`${href.replace(/.*#/, '#')} a[href$="#${id}"]`, link => link.textContent), 'in the text');
});

test('every control is reached by keyboard alone', async () => {
  const page = await open('valley'), reached = new Set();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.className));
  }
  for (const id of ['skip', 'q', 'from', 'to', 'mode', 'source', 'kind', 'precision', 'sources', 'clear', 'save', 'keys', 'range-from', 'range-to', 'date', 'copy'])
    assert.ok(reached.has(id), id);
});

test('everything the page can do is done by keyboard alone', async () => {
  const page = await open('valley'), key = (...keys) => keys.reduce((before, one) => before.then(() => page.keyboard.press(one)), Promise.resolve());
  const tabTo = async id => {
    for (let i = 0; i < 80; i++) {
      if (await page.evaluate(id => document.activeElement.id === id || document.activeElement.classList.contains(id), id)) return;
      await key('Tab');
    }
    assert.fail('not reached: ' + id);
  };
  const ids = async expected => { await settle(page); assert.deepEqual(await shown(page), expected); };
  const again = async id => { await key('Escape'); await page.evaluate(() => document.activeElement.blur()); if (id) await tabTo(id); };
  await tabTo('skip');
  await key('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'list');
  await key('/');
  await page.keyboard.type('dyke');
  await ids(['jbreach000010']);
  await again('from');
  await page.keyboard.type('1994');
  await tabTo('to');
  await page.keyboard.type('2005');
  await ids(['fmill00000006']);
  await tabTo('mode');
  await key('ArrowDown', 'ArrowDown');
  await ids(['fmill00000006']);
  await again('source');
  await page.keyboard.type('Northern');
  await ids(['jbreach000010', 'lwarn00000012']);
  await again('kind');
  await page.keyboard.type('Plan');
  await ids(['mplan00000013', 'nplan00000014']);
  await again('precision');
  await page.keyboard.type('decade');
  await ids(['edecade000005']);
  await again('sources');
  await key('ArrowDown', 'ArrowDown');
  await ids(['jbreach000010', 'lwarn00000012']);
  await tabTo('clear');
  await key('Enter');
  await settle(page);
  assert.equal((await shown(page)).length, 16);
  await tabTo('save');
  const [download] = await Promise.all([page.waitForEvent('download'), key('Enter')]);
  assert.equal(readFileSync(await download.path(), 'utf8'), readFileSync(`${folder}/valley.csv`, 'utf8'));
  await tabTo('keys');
  await key('Enter');
  assert.ok(await page.$eval('#dialog', dialog => dialog.open));
  await key('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'keys');
  await tabTo('range-to');
  await key('Home', 'ArrowRight');
  await ids(['a480bc0000001', 'dferry0000004']);
  await again();
  await key('j', 'j', 'k', 'c');
  await page.waitForFunction(() => document.querySelector('.copy').textContent === 'Copied');
  await key('Enter');
  await page.waitForURL(/#e-a480bc0000001$/);
  await tabTo('copy');
  await key('Enter');
  await page.waitForFunction(() => document.querySelector('.copy').textContent === 'Copied');
  for (let i = 0; i < 11; i++) await key('j');
  assert.equal(await page.$eval('.current', e => e.id), 'e-lwarn00000012');
  while (!await page.evaluate(() => document.activeElement.matches('summary'))) await key('Tab');
  await key('Enter');
  assert.ok(await page.isVisible('#e-lwarn00000012 .others'));
  await page.route(/^http/, route => route.abort());
  assert.deepEqual(page.problems, []);
  const [asked] = await Promise.all([page.waitForRequest(/^http/), key('o')]);
  assert.equal(asked.url(), 'https://ansel-courier.example/lwarn00000012');
});

test('a citation names the date, the event, the words and the source', async () => {
  const page = await open('valley', { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.querySelector('.copy').textContent === 'Copied');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+v');
  assert.equal(await page.inputValue('#q'), 'Some time in 480 BC: A wooden bridge stands at the ford. “Pollen from the oldest piles says that a wooden bridge stood at the ford in 480 BC.” '
    + 'Ansel Courier, “From the valley”, 27 September 2023 <https://ansel-courier.example/a480bc0000001>');
});

test('a reader of the screen is told what the drawings show', async () => {
  for (const [name, say] of [['valley', /^14 events between 480 BC and 2040 on a time axis\. 7 long empty stretches are folded\. The list below holds the same events\.$/], ['2000', /^2,000 events between 1950 and 2023/]]) {
    const page = await open(name);
    assert.match(await page.getAttribute('#overview', 'aria-label'), say);
    assert.deepEqual(await page.$$eval('svg', all => all.filter(one => !one.closest('[role="img"][aria-label], [aria-hidden="true"]')).map(one => one.outerHTML)), []);
    assert.equal(await page.getAttribute('#range-from', 'aria-valuetext'), name === 'valley' ? '-0479-01-01' : '1950-01-01');
  }
});

test('min sources: as many independent ones', async () => {
  const page = await open('valley');
  await page.selectOption('#sources', '3');
  assert.deepEqual(await shown(page), ['jbreach000010', 'lwarn00000012']);
});

test('print: A4, no controls, every event; forced colours and reduced motion are heeded', async () => {
  const page = await open('valley');
  await page.pdf({ path: folder + '/valley.pdf', preferCSSPageSize: true, tagged: true });
  const pdf = readFileSync(folder + '/valley.pdf', 'latin1');
  assert.match(pdf, /\/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
  assert.match(pdf, /\/StructTreeRoot/);
  const printed = spawnSync('pdftotext', [folder + '/valley.pdf', '-'], { encoding: 'utf8' });
  if (!printed.error) {
    const pages = printed.stdout.split('\f').slice(0, -1);
    pages.forEach((text, i) => assert.match(text, new RegExp(`(^|\\n)${i + 1} ?/ ?${pages.length}\\n`)));
    assert.match(printed.stdout, /A\s+second\s+wave\s+is\s+coming/);  // folded on the screen
  }
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('#controls').isHidden());
  assert.equal((await shown(page)).length, 16);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active', reducedMotion: 'reduce' });
  assert.equal(await page.$eval('html', e => getComputedStyle(e).scrollBehavior), 'auto');
  assert.notEqual(await page.$eval('#overview .dur', e => getComputedStyle(e).fill), 'none');
});

test('without JavaScript everything is there to read', async () => {
  const page = await open('valley', { ...desktop, javaScriptEnabled: false });
  for (const id of ['a480bc0000001', 'pundated00016']) assert.ok(await page.locator('#e-' + id).isVisible());
  assert.ok(await page.locator('#overview').isVisible());
  assert.ok(await page.locator('#controls').isHidden());
  assert.ok(await page.locator('#range').isHidden());
});

const failed = await runAll();
await browser.close();
console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
