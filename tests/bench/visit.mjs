/** One fresh Chromium, one page, and what its renderer costs between two moments. */
import { writeFileSync } from "node:fs";
import { launch } from "../browser/support/chromium.mjs";
import { peakMegabytes, residentMegabytes } from "./native.mjs";

/** Opens `url` in a browser of its own, runs `work(page, meter)`, closes it. `watch` runs in the page before its scripts. */
export async function visit(url, work, watch) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
    const page = await context.newPage();
    // A page that stands still for this long is broken, however busy the machine.
    page.setDefaultTimeout(300_000);
    if (watch) await page.addInitScript(watch);
    await page.goto(url);
    return await work(page, new Meter(await browser.newBrowserCDPSession()));
  } finally {
    await browser.close();
  }
}

/** Processor time and memory of the renderer that worked: the one whose processor time grew most. */
class Meter {
  constructor(session) {
    this.session = session;
  }

  async renderers() {
    const { processInfo } = await this.session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer");
  }

  async start() {
    this.before = new Map();
    for (const { id, cpuTime } of await this.renderers()) {
      this.before.set(id, { cpu: cpuTime, memory: residentMegabytes(id) });
      forgetPeak(id);
    }
  }

  /** { cpu, growth }: seconds, and megabytes of the peak above what was resident at the start. */
  async stop() {
    const spent = (await this.renderers()).map(({ id, cpuTime }) => {
      const { cpu, memory } = this.before.get(id) ?? { cpu: 0, memory: 0 };
      const peak = peakMegabytes(id);
      return { cpu: cpuTime - cpu, growth: peak === null ? null : peak - memory };
    });
    return spent.sort((one, other) => other.cpu - one.cpu)[0];
  }
}

/** The peak counts from here on; where the system refuses, the growth is told too large, never too small. */
function forgetPeak(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, "5");
  } catch {
    // Told too large: see above.
  }
}

/** Lets what was started with the page come to rest. */
export const rest = (milliseconds = 700) => new Promise((done) => setTimeout(done, milliseconds));
