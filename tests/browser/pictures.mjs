// The pictures of README and docs, made anew: tests/browser/run SAMPLE_PAGES ANNALS pictures.mjs. Needs pdftoppm.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const [folder, annals] = process.argv.slice(2), images = new URL('../../docs/images/', import.meta.url).pathname;
const report = (...options) => execFileSync(annals, ['report', ...options]);
execFileSync(annals, ['import', images + '../../samples/karabakh-chronicle.txt', '--db', folder + '/karabakh.db'], { stdio: 'ignore' });
report('--db', folder + '/karabakh.db', '--from', '2020', '--title', 'Nagorno-Karabakh since 2020', '-o', folder + '/karabakh.html');
report('--db', folder + '/samples.db', '--compare', 'Weirbridge Courier,Sallow Valley Post', '-o', folder + '/comparison.html');

const wide = { viewport: { width: 1100, height: 820 } }, narrow = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
const pictures = [
  ['timeline', 'karabakh', '', { viewport: { width: 1100, height: 1250 } }],
  ['disagreement', 'valley', '#e-jbreach000010', wide],
  ['dark', 'valley', '#e-hworks0000008', { ...wide, colorScheme: 'dark' }],
  ['mobile', 'valley', '#e-irain00000009', narrow],
  ['two-thousand', '2000', '#from=1970&to=1985', { viewport: { width: 1100, height: 700 } }],
  ['right-to-left', 'right_to_left', '#e-r000000000001', wide],
  ['texts', 'years-sources', '#t-1', { viewport: { width: 1100, height: 620 } }],
  ['comparison', 'comparison', '', wide],
];
const table = Array.from({ length: 256 }, (_, n) => { for (let i = 0; i < 8; i++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1; return n; });
const crc32 = bytes => ~bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ crc >>> 8, -1);
// A PNG of at most 256 colours, a third of the size: the most frequent ones, the others as their nearest.
async function smaller(png, name) {
  const page = await browser.newPage();
  const { width, height, rgba } = await page.evaluate(async source => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, image.width, image.height).data;
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return { width: image.width, height: image.height, rgba: btoa(text) };
  }, 'data:image/png;base64,' + png.toString('base64'));
  await page.close();
  const pixels = Buffer.from(rgba, 'base64'), counts = new Map();
  const colour = at => pixels.readUIntBE(at, 3);
  for (let at = 0; at < pixels.length; at += 4) counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([one]) => one);
  const distance = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + ((a >> shift & 255) - (b >> shift & 255)) ** 2, 0);
  const places = new Map(palette.map((one, i) => [one, i]));
  const placeOf = one => {
    if (!places.has(one)) places.set(one, palette.reduce((best, other, i) => distance(one, other) < distance(one, palette[best]) ? i : best, 0));
    return places.get(one);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = placeOf(colour((y * width + x) * 4));
  const number = value => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value >>> 0); return bytes; };
  const chunk = (type, data) => { const body = Buffer.concat([Buffer.from(type), data]); return Buffer.concat([number(data.length), body, number(crc32(body))]); };
  writeFileSync(`${images}${name}.png`, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', Buffer.concat(palette.map(one => number(one).subarray(1)))), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]));
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, sample, hash, options] of pictures) {
  const context = await browser.newContext(options), page = await context.newPage();
  await page.goto(`file://${folder}/${sample}.html${hash}`);
  await page.waitForTimeout(500);
  await smaller(await page.screenshot(), name);
  await context.close();
}
const page = await browser.newPage();
await page.goto(`file://${folder}/valley.html`);
await page.pdf({ path: folder + '/print.pdf', preferCSSPageSize: true, tagged: true });
execFileSync('pdftoppm', ['-r', '80', '-f', '3', '-l', '3', '-singlefile', '-png', folder + '/print.pdf', folder + '/print']);
await smaller(readFileSync(folder + '/print.png'), 'print');
await browser.close();
