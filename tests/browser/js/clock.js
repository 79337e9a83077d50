// A clock under the test's control. It is loaded before anything else on the page, and stands still until it is moved.
//
// Two clocks, as in a real machine: the date, which goes on while the machine sleeps, and the time awake
// (performance.now and every timer), which does not. A delay over 2^31-1 ms fires at once, as in browsers.
(() => {
  const RealDate = Date;
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  // One real task: everything queued before it, microtasks included, has run when it comes.
  const task = () => new Promise((done) => (waiting.push(done), channel.port2.postMessage(0)));

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

  const add = (run, delay, args, repeats) => {
    const wait = Math.max(0, delay | 0);
    timers.set(++lastId, { id: lastId, run: () => run(...args), due: awake + wait, every: repeats ? Math.max(1, wait) : null });
    return lastId;
  };
  window.setTimeout = (run, delay, ...args) => add(run, delay, args, false);
  window.setInterval = (run, delay, ...args) => add(run, delay, args, true);
  window.clearTimeout = window.clearInterval = (id) => void timers.delete(id);

  const firstDueBy = (end) =>
    [...timers.values()].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due || a.id - b.id)[0];
  const pass = (until) => {
    date += Math.max(0, until - awake);
    awake = Math.max(awake, until);
  };

  window.__clock = {
    task,
    sleep: (milliseconds) => void (date += milliseconds),
    pending: () => [...timers.values()].map((timer) => `in ${timer.due - awake} ms${timer.every === null ? "" : ", repeatedly"}`),
    async advance(milliseconds) {
      const end = awake + milliseconds;
      for (let fired = 0, timer; (timer = firstDueBy(end)); fired += 1) {
        if (fired === 10_000) throw new Error("10,000 timers fired and there are more");
        pass(timer.due);
        if (timer.every === null) timers.delete(timer.id);
        else timer.due += timer.every;
        try {
          timer.run();
        } catch (error) {
          reportError(error);
        }
        await task();
      }
      pass(end);
      await task();
    },
  };
})();
