import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Locator, type Page } from '@playwright/test'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { findChromium } from '../../apps/local/src/chromium/find-chromium.ts'
import { chromiumFlags } from '../scenarios/chromium-flags.ts'
import { makeCompany, type StackPlace } from '../support/make-company.ts'
import { type Frames, measureFrames } from './measure-frames.ts'
import { thousandSteps } from './thousand-steps.ts'
import { type EditorRow, writeEditorPage } from './write-editor-page.ts'

const moves = 120
const settleMs = 60_000

/** The built editor with a thousand steps in a browser: one of them is dragged about. */
const folder = await mkdtemp(join(tmpdir(), 'fieldledger-bench-'))
const stack = await bootStack({ dataFolder: folder, env: { FIELDLEDGER_LOG_LEVEL: 'error' } })
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openEditor(page, stack)
  const rows: EditorRow[] = []
  const note = (what: string, frames: Frames) => {
    console.log(`  ${what}: p50 ${frames.p50.toFixed(1)} ms`)
    rows.push({ what, frames })
  }
  const cards = page.locator('.react-flow__node')
  const card = page.locator(`.react-flow__node[data-id="${await inTheMiddle(page)}"]`)
  const far = `${await cards.count()} steps in view`
  note(`${far}, dragging one`, await dragged(page, card))
  note(`${far}, moving the canvas`, await panned(page))
  await zoomTo(page, { card, few: () => cards.count() })
  const near = `${await cards.count()} steps in view`
  note(`${near}, dragging one`, await dragged(page, card))
  note(`${near}, moving the canvas`, await panned(page))
  await writeEditorPage(rows)
} finally {
  await browser.close()
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
}

async function openEditor(page: Page, place: StackPlace): Promise<void> {
  const company = await makeCompany({ stack: place })
  const admin = await company.as('admin')
  const form = await admin.post<{ id: string }>('/forms', { name: 'Bench order', template: 'purchase-order' })
  const draft = await admin.get<{ revision: number }>(`/forms/${form.id}/workflow`)
  await admin.put(`/forms/${form.id}/workflow`, { graph: thousandSteps(), revision: draft.revision })
  await page.goto(`${place.url}/sign-in`)
  await page.getByLabel('E-mail').fill(company.people.admin.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(company.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
  await page.goto(`${place.url}/forms/${form.id}/workflow`)
  await expect
    .poll(() => page.locator('.react-flow__node').count(), { timeout: settleMs })
    .toBeGreaterThan(400)
}

/** One that is dragged to the edge takes the canvas along, and the others out of view. */
async function inTheMiddle(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    const middle = {
      x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2,
      y: (canvas?.y ?? 0) + (canvas?.height ?? 0) / 2,
    }
    const away = (card: Element) => {
      const { x, y } = card.getBoundingClientRect()
      return Math.hypot(x - middle.x, y - middle.y)
    }
    const [nearest] = [...document.querySelectorAll('.react-flow__node')].sort(
      (one, other) => away(one) - away(other),
    )
    return nearest?.getAttribute('data-id') ?? ''
  })
}

/** The wheel turns over the card, so that it stays where it is while everything else leaves the view. */
async function zoomTo(page: Page, { card, few }: { card: Locator; few: () => Promise<number> }) {
  const box = await card.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  for (let notch = 0; notch < 12; notch += 1) await page.mouse.wheel(0, -240)
  await expect.poll(few, { timeout: settleMs }).toBeLessThan(100)
  await expect(card).toBeVisible()
}

/** In a circle, as somebody does who looks for a place. */
async function dragged(page: Page, card: Locator): Promise<Frames> {
  const box = await card.boundingBox()
  const start = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 4 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  const frames = await measureFrames(page, () => circle(page, { start, radius: 90 }))
  await page.mouse.up()
  return frames
}

async function panned(page: Page): Promise<Frames> {
  const canvas = await page.locator('.react-flow').boundingBox()
  const start = { x: (canvas?.x ?? 0) + 6, y: (canvas?.y ?? 0) + 6 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  const frames = await measureFrames(page, () => circle(page, { start, radius: 90 }))
  await page.mouse.up()
  return frames
}

async function circle(page: Page, way: { start: { x: number; y: number }; radius: number }): Promise<void> {
  for (let move = 1; move <= moves; move += 1) {
    const angle = (move / moves) * 2 * Math.PI
    await page.mouse.move(
      way.start.x + way.radius * Math.sin(angle),
      way.start.y + way.radius * (1 - Math.cos(angle)),
    )
  }
}
