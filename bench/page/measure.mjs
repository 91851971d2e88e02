// node measure.mjs FOLDER COUNT...: opens COUNT.html of FOLDER and pages with the same events in TimelineJS and vis-timeline.
// Ready: the script is done and two frames have been drawn. CPU: of the page's process until then. Memory: its resident set then.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, ...counts] = process.argv.slice(2), require = createRequire(import.meta.url);
const patience = 120e3, runs = count => count > 10000 ? 1 : 5;
const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const inline = path => readFileSync(path, 'utf8').replace(/<\/script/gi, '<\\/script');

function timelinejs(count) {
  const dist = require.resolve('@knight-lab/timelinejs/dist/js/timeline.js');
  return `<!doctype html><meta charset="utf-8"><style>${readFileSync(dist.replace('js/timeline.js', 'css/timeline.css'), 'utf8').replace(/url\([^)]*\)/g, 'none')}</style>
<div id="t" style="width: 100%; height: 800px"></div><script>${inline(dist)}</script><script>
const data = ${readFileSync(`${folder}/${count}.timelinejs.json`, 'utf8').replace(/</g, '\\u003c')};
new TL.Timeline('t', data, { script_path: 'file:///' }).on('loaded', () => performance.mark('ready'));</script>`;
}
function visTimeline(count) {
  const script = new URL('node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js', import.meta.url);
  const events = readFileSync(`${folder}/${count}.events.jsonl`, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
  const items = events.map(e => ({ id: e.id, content: e.headline, title: e.quote, start: e.earliest, ...(e.latest !== e.earliest && { end: e.latest }) }));
  return `<!doctype html><meta charset="utf-8"><div id="t"></div><script>${inline(script)}</script><script>
const items = ${JSON.stringify(items).replace(/</g, '\\u003c')};
const timeline = new vis.Timeline(document.getElementById('t'), new vis.DataSet(items), {});
timeline.on('changed', () => performance.mark('ready'));</script>`;
}

// The process of the page: of the browser's new renderers the one that holds most.
function renderers(before) {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name) && !before.has(name)).flatMap(pid => {
    try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer') ? [used(pid)] : []; } catch { return []; }  // it may be gone
  });
}
const processes = () => new Set(readdirSync('/proc'));
function used(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  return { cpu: (Number(stat[11]) + Number(stat[12])) * tick / 1000, memory: resident };
}

async function measure(file) {
  const before = processes();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(patience);
    await page.goto('file://' + file, { timeout: patience, waitUntil: 'commit' });
    await page.waitForFunction(() => document.readyState === 'complete' && performance.getEntriesByName('ready').length, null, { timeout: patience, polling: 50 });
    const drawn = page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() / 1000)))));
    const late = new Promise((_, fail) => setTimeout(fail, patience, new Error('Timeout')).unref());  // a page that is busy does not answer
    const seconds = await Promise.race([drawn, late]);
    const { cpu, memory } = renderers(before).sort((a, b) => b.memory - a.memory)[0];
    return { seconds, cpu, memory };
  } catch (error) {
    if (!/Timeout|closed|crash/i.test(error.message)) throw error;
    return { seconds: Infinity, cpu: NaN, memory: NaN };
  } finally {
    await Promise.race([browser.close(), new Promise(done => setTimeout(done, 5000))]);
  }
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (value, digits = 2) => value === Infinity ? `over ${patience / 1000}` : isNaN(value) ? '-' : value.toFixed(digits);
console.log('| events | page | ready s (median) | CPU s | memory MB | first file MB | all files MB |\n|---|---|---|---|---|---|---|');
for (const count of counts) {
  writeFileSync(`${folder}/timelinejs-${count}.html`, timelinejs(count));
  writeFileSync(`${folder}/vis-${count}.html`, visTimeline(count));
  for (const [name, file] of [['annals', `${count}.html`], ['TimelineJS 3.9.11', `timelinejs-${count}.html`], ['vis-timeline 8.5.4', `vis-${count}.html`]]) {
    const results = [];
    for (let i = 0; i < runs(count); i++) results.push(await measure(`${folder}/${file}`));
    const megabytes = files => (files.reduce((sum, one) => sum + statSync(`${folder}/${one}`).size, 0) / 1e6).toFixed(1);
    const all = name === 'annals' ? readdirSync(folder).filter(one => one === file || one.startsWith(count + '-')) : [file];
    console.log(`| ${Number(count).toLocaleString('en')} | ${name} | ${shown(median(results.map(one => one.seconds)))} | ${shown(median(results.map(one => one.cpu)))} | ` +
      `${shown(median(results.map(one => one.memory)), 0)} | ${megabytes([file])} | ${megabytes(all)} |`);
  }
}
process.exit(0);
