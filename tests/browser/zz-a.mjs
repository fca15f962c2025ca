import {openPage,choose,S} from "./zz-lib.mjs";
const files=["fec/111111111FEC20221231.TXT","fec/coala_2020.txt","fec/istea_123456789FEC20201231.txt","ar-payments/ibm_30_customers.csv","ar-xlsx/ar-aging-report.xlsx","ar-xlsx/receivables_small.xlsx","ar-xlsx/xero_like_invoices.xlsx","exports-fr/socleo_sales.csv","exports-fr/socleo_incoming_payments.csv","exports-fr/epicea_journals.txt","exports-fr/vinifera_sales.csv","exports-fr/sage_iseven.ecx","exports-fr/ebp.edi","exports-fr/isacompta.isa","exports-fr/bank_statements.ods","nasty/blns.txt","nasty/texty-dates-xls.xls","nasty/65536-rows-xls.xls","nasty/empty-sheets.xlsx","nasty/csv-spectrum/json.csv","ar-xlsx/ledger-snapshot.json","nasty/unnamed-duplicated-columns.xlsx","nasty/embedded-chartsheet.xlsx"];
const o=await openPage();
await o.page.screenshot({path:"/tmp/zz/start.png"});
for (const f of files){
  await o.page.goto(o.server.url); await o.page.reload(); await o.page.evaluate(()=>globalThis.encours.engineReady);
  await choose(o.page,S+f);
  await o.page.waitForTimeout(2500);
  const n=f.replace(/\W+/g,"_");
  await o.page.screenshot({path:`/tmp/zz/a_${n}.png`,fullPage:true});
  console.log("=====",f,o.page.url().split("#")[1]);
  console.log((await o.page.locator("body").innerText()).slice(0,3500));
  if(o.problems.length)console.log("PROBLEMS",o.problems.splice(0));
}
await o.close();
