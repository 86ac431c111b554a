import { defineConfig } from 'vitest/config'

const integration = ['{packages,apps}/**/*.integration.test.{ts,tsx}', 'test/integration/**/*.test.ts']
/** Each has a browser's globals or is near to one: it keeps a process room of its own. */
const pages = ['apps/web/**/*.test.{ts,tsx}', 'packages/**/*.test.tsx']
/** Five hundred kills. */
const storm = 'test/faults/purchase-orders-arrive-once.test.ts'
const places = ['**/node_modules/**', '**/dist/**', '**/.data/**']

const ownTempFolder = 'test/setup/own-temp-folder.ts'
const setupFiles = ['test/setup/same-examples-each-time.ts']

/** Left to itself vitest keeps one of two processors free: the integration tests took 400 seconds so, and 256 with both. */
const maxWorkers = 2

/** Vitest gives five seconds: tests that start node nine times, or send a hundred bills, ran into them on a busy machine, as pages in jsdom did. */
const testTimeout = 20_000

export default defineConfig({
  test: {
    globalSetup: [ownTempFolder],
    testTimeout,
    projects: [
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture.test.ts', 'test/house/*.test.ts'],
          exclude: places,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,apps}/**/*.test.{ts,tsx}'],
          exclude: [...places, ...integration, ...pages],
          setupFiles,
          // Reading the product's modules anew for each file took longer than the tests.
          isolate: false,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-pages',
          include: pages,
          exclude: places,
          maxWorkers,
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          exclude: places,
          globalSetup: [ownTempFolder, 'test/setup/one-mongod.ts'],
          setupFiles,
          // Each file would read the product's modules anew: that took twice as long as its tests.
          // They share no state but these: every file takes databases and servers of its own.
          isolate: false,
          maxWorkers,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          exclude: places,
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['test/soak/**/*.test.ts'],
          exclude: places,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults-storm',
          include: [storm],
          exclude: places,
          globalSetup: [ownTempFolder, 'test/setup/built-checkout.ts'],
          // It wants both processors; the other faults wait for leases and pauses, and go on beside each other.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: [...places, storm],
          globalSetup: [ownTempFolder, 'test/setup/built-checkout.ts'],
          sequence: { groupOrder: 2 },
          maxWorkers,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
