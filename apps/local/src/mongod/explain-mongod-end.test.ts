import { expect, test } from 'vitest'
import { explainMongodEnd } from './explain-mongod-end.ts'

test.each([
  ['DBPathInUse: Unable to lock the lock file', 'Another MongoDB already uses /data/mongodb: stop it'],
  ['WiredTiger error: No space left on device', 'The disk is full: free about 1 GB'],
  ['Failed to set up listener: Address already in use', 'run the command again'],
  ['** UPGRADE PROBLEM: found an invalid featureCompatibilityVersion', 'another version of MongoDB'],
])('%s is told as a sentence', (log, sentence) => {
  expect(explainMongodEnd({ dbpath: '/data/mongodb', log })).toContain(sentence)
})

test('an unknown end points to the log', () => {
  expect(explainMongodEnd({ dbpath: '/data', log: 'boom' })).toMatch(/logs\/mongod\.log[\s\S]*boom/)
})
