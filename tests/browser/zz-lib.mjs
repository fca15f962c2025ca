import { launch } from "./support/chromium.mjs";
import { serve } from "./support/server.mjs";
export * from "./support/steps.mjs";
export async function openPage({ width=1280, height=900, dsf=1, dark=false, locale="fr-FR", hash="" }={}) {
  const server = await serve({ folder: "/tmp/site" });
  const browser = await launch();
  const context = await browser.newContext({ locale, timezoneId:"Europe/Paris", viewport:{width,height}, deviceScaleFactor:dsf, colorScheme: dark?"dark":"light", acceptDownloads:true });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const problems=[];
  page.on("pageerror", e=>problems.push("error: "+e.message));
  page.on("console", m=>m.type()==="error"&&problems.push("console: "+m.text()));
  await page.goto(server.url+hash);
  await page.evaluate(()=>globalThis.encours.engineReady);
  return {page,context,browser,server,problems,close:async()=>{await browser.close();await server.close();}};
}
export const S="/work/shared/samples/";
