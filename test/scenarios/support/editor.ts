import { expect, type Locator, type Page } from '@playwright/test'

/** The steps that stand on the canvas. */
export function placedSteps(page: Page): Locator {
  return page.locator('.react-flow__node')
}

/** Drags an entry of the palette onto the canvas below the lowest step, as a hand does: press, move in steps, let go. */
export async function dragFromPalette(page: Page, entry: Locator): Promise<void> {
  // The palette is longer than the window.
  await entry.scrollIntoViewIfNeeded()
  const from = await entry.boundingBox()
  const canvas = await page.locator('.react-flow').boundingBox()
  expect(from).not.toBeNull()
  expect(canvas).not.toBeNull()
  if (from === null || canvas === null) return
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width + 40, from.y + 20, { steps: 4 })
  const lowest = (page.viewportSize()?.height ?? canvas.height) - 60
  const below = Math.min(canvas.y + canvas.height * 0.75, lowest)
  await page.mouse.move(canvas.x + canvas.width * 0.2, below, { steps: 8 })
  await page.mouse.up()
}

/** Waits until the canvas no longer pans or zooms: a press on a card that moves away under it chooses nothing. */
export async function canvasAtRest(page: Page): Promise<void> {
  let place: string | null | undefined
  await expect(async () => {
    const before = place
    place = await page.locator('.react-flow__viewport').getAttribute('style')
    expect(place).toBe(before)
  }).toPass({ intervals: [300] })
}
