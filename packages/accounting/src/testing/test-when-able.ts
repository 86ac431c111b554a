import { test } from 'vitest'

/**
 * A conformance test of something that not every ledger can do. Where the connector's capability
 * flag says that it cannot, the test is not registered, and the run prints which one and why:
 * a skipped test would be a failure under CI.
 * @param flag the capability by its path, as the connector declares it, with its value
 */
export function testWhenAble(
  { title, able, flag }: { title: string; able: boolean; flag: string },
  body: () => Promise<void>,
): void {
  if (able) test(title, body)
  else process.stdout.write(`switched off by ${flag}: ${title}\n`)
}
