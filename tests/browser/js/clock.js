// Fake clock: replaces Date, performance.now and timers. It is the first script of the page and stands still until it
// is advanced.
//
// As on a real machine there are two clocks: the date, which continues while the machine sleeps, and the time awake
// (performance.now and timers), which does not. A delay over 2^31-1 ms fires at once, as in browsers.
(() => {
  const RealDate = Date;
  const channel = new MessageChannel();
  const resolvers = [];
  channel.port1.onmessage = () => resolvers.shift()();
  // Waits for a real task. All tasks and microtasks that were queued before have run by then.
  const task = () => new Promise((resolve) => (resolvers.push(resolve), channel.port2.postMessage(0)));

  let date = RealDate.parse(document.currentScript.dataset.now);
  let awake = 0;
  let lastId = 0;
  const timers = new Map();

  RealDate.now = () => Math.floor(date);
  window.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [date], newTarget),
    apply: () => new RealDate(date).toString(),
  });
  RealDate.prototype.constructor = window.Date;
  performance.now = () => awake;

  const addTimer = (callback, delay, args, repeats) => {
    const wait = Math.max(0, delay | 0);
    timers.set(++lastId, { id: lastId, run: () => callback(...args), due: awake + wait, every: repeats ? Math.max(1, wait) : null });
    return lastId;
  };
  window.setTimeout = (callback, delay, ...args) => addTimer(callback, delay, args, false);
  window.setInterval = (callback, delay, ...args) => addTimer(callback, delay, args, true);
  window.clearTimeout = window.clearInterval = (id) => void timers.delete(id);

  const nextDueTimer = (end) =>
    [...timers.values()].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due || a.id - b.id)[0];
  const moveTo = (time) => {
    date += Math.max(0, time - awake);
    awake = Math.max(awake, time);
  };

  window.__clock = {
    task,
    sleep: (milliseconds) => void (date += milliseconds),
    pending: () => [...timers.values()].map((timer) => `in ${timer.due - awake} ms${timer.every === null ? "" : ", repeatedly"}`),
    async advance(milliseconds) {
      const end = awake + milliseconds;
      for (let fired = 0, timer; (timer = nextDueTimer(end)); fired += 1) {
        if (fired === 10_000) throw new Error("10,000 timers fired and more are due");
        moveTo(timer.due);
        if (timer.every === null) timers.delete(timer.id);
        else timer.due += timer.every;
        try {
          timer.run();
        } catch (error) {
          reportError(error);
        }
        await task();
      }
      moveTo(end);
      await task();
    },
  };
})();
