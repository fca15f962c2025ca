/**
 * What keeps the page's own thread busy, in processor time: busy neighbours on the machine make every task last longer,
 * but none cost more.
 */

/** How long the browser may take to hand over what it wrote down. */
const TRACE_MILLISECONDS = 60_000;

/** Starts writing down the tasks of the page's thread. `longest()` ends it: milliseconds of the most expensive one. */
export async function mainThread(page) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "__metadata"] } });
  return {
    async longest() {
      const complete = new Promise((done, failed) => {
        const limit = setTimeout(() => failed(new Error("the browser did not hand its trace over")), TRACE_MILLISECONDS);
        session.once("Tracing.tracingComplete", () => (clearTimeout(limit), done()));
      });
      await session.send("Tracing.end");
      await complete;
      await session.detach();
      const thread = ({ pid, tid }) => `${pid}:${tid}`;
      const named = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
      const mains = new Set(named.map(thread));
      const tasks = events.filter((event) => event.ph === "X" && /RunTask$/.test(event.name) && mains.has(thread(event)));
      if (tasks.length === 0) throw new Error("the browser told of no task");
      return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
    },
  };
}
