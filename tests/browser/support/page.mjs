/**
 * Opens the published page the way every browser test needs it: with what went wrong written down.
 */
import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

/** How long a visit may last, many times what the longest needs. What a page or a browser never answers waits for ever. */
const VISIT_MILLISECONDS = 480_000;

/**
 * Serves the site, starts a browser and opens the page; waits until the engine can be started unless `ready` is false.
 * Returns { page, context, browser, server, problems, close }: `problems` collects script errors, console errors and
 * refusals of the content policy, in the order in which they were seen.
 */
export async function open({ ready = true, hash = "", serverOptions = {}, contextOptions = {} } = {}) {
  const server = await serve(serverOptions);
  const browser = await launch();
  const problems = [];
  // Without its browser, whatever the visit waits for ends in an error that says where it stood.
  const overdue = setTimeout(() => browser.close(), VISIT_MILLISECONDS);
  const close = async () => {
    clearTimeout(overdue);
    await browser.close();
    await server.close();
  };
  try {
    const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", ...contextOptions });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
    await page.goto(server.url + hash);
    if (ready) await page.evaluate(() => globalThis.encours.engineReady);
    return { page, context, browser, server, problems, close };
  } catch (error) {
    await close();
    throw new Error(`the page did not open: ${error.message} ${problems.join(" | ")}`);
  }
}
