/** Size of the WebAssembly memory in the page's workers, through the browser's own inspector. */

/** Megabytes of the largest memory in any worker of the page; null when the inspector does not say. */
export async function engineMemory(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const workers = [];
    session.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
    await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    const sizes = await Promise.all(workers.map((worker) => memoryOf(session, worker)));
    return sizes.length ? Math.max(...sizes) / 2 ** 20 : null;
  } catch {
    return null;
  } finally {
    await session.detach();
  }
}

async function memoryOf(session, worker) {
  const ask = (method, params) => call(session, worker, method, params);
  const { result } = await ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const total = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const size = await ask("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: total, returnByValue: true });
  return size.result.value;
}

let last = 0;

/** One question to a worker, by messages inside messages: playwright keeps its own sessions to itself. */
function call(session, worker, method, params) {
  const id = (last += 1);
  return new Promise((done, failed) => {
    // After its balance, the digest of ten million lines keeps a worker busy for half a minute.
    const limit = setTimeout(() => failed(new Error("no answer")), 180_000);
    const hear = ({ sessionId, message }) => {
      const answer = JSON.parse(message);
      if (sessionId !== worker || answer.id !== id) return;
      clearTimeout(limit);
      session.off("Target.receivedMessageFromTarget", hear);
      if (answer.error) failed(new Error(answer.error.message));
      else done(answer.result);
    };
    session.on("Target.receivedMessageFromTarget", hear);
    session.send("Target.sendMessageToTarget", { sessionId: worker, message: JSON.stringify({ id, method, params }) }).catch(failed);
  });
}
