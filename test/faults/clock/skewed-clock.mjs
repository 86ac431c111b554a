// Preloaded by `node --import`: this process's wall clock is wrong by CLOCK_SKEW_MS; its monotonic one is right.
const skewMs = Number(process.env.CLOCK_SKEW_MS ?? 0)
const RealDate = Date
const now = () => RealDate.now() + skewMs

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => (given.length === 0 ? new target(now()) : new target(...given)),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
