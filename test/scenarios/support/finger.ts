import { expect, type Locator, type Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

const steps = 10

/** A finger on a touch screen, by the browser's own touch input: the page gets pointer and touch events as from a hand. */
export async function fingerDrag(
  page: Page,
  drag: {
    from: Locator
    to: Locator | Point
    /** The finger rests until this is seen, and moves only then. */
    heldUntil?: Locator
    /** Looked at while the finger hangs over the place. */
    hanging?: () => Promise<void>
  },
): Promise<void> {
  await drag.from.scrollIntoViewIfNeeded()
  const start = await middleOf(drag.from)
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
  await touch('touchStart', start)
  if (drag.heldUntil !== undefined) await expect(drag.heldUntil).toBeVisible()
  const end = 'x' in drag.to ? drag.to : await middleOf(drag.to)
  for (let step = 1; step <= steps; step += 1)
    await touch('touchMove', {
      x: start.x + ((end.x - start.x) * step) / steps,
      y: start.y + ((end.y - start.y) * step) / steps,
    })
  await drag.hanging?.()
  await touch('touchEnd')
  await client.detach()
}

export async function middleOf(place: Locator): Promise<Point> {
  const box = await place.boundingBox()
  if (box === null) throw new NotOnScreen(String(place))
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

class NotOnScreen extends Error {
  readonly code = 'not-on-screen'
  readonly retryable = false

  constructor(place: string) {
    super(`${place} is not on the screen: bring it into view first.`)
    this.name = 'NotOnScreen'
  }
}
