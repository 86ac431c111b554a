import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { requireFreePort } from './require-free-port.ts'

test('a busy port is refused with the setting that moves it', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  await expect(requireFreePort({ port, host: '127.0.0.1', setting: 'PORT' })).rejects.toThrow(
    `Port ${port} is in use by another program: stop that program, or set PORT to a free port, for example PORT=${port + 100} npm start.`,
  )
  await new Promise((resolve) => other.close(resolve))
  await expect(requireFreePort({ port, host: '127.0.0.1', setting: 'PORT' })).resolves.toBeUndefined()
})

test('a port that browsers refuse to open is refused before anything starts', async () => {
  await expect(requireFreePort({ port: 4190, host: '127.0.0.1', setting: 'PORT' })).rejects.toThrow(
    'Browsers refuse to open port 4190: set PORT to a free port, for example PORT=4290 npm start.',
  )
})
