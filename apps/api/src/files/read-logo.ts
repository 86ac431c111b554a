import type { CompanyLogo } from '@fieldledger/forms'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import { Unfitting } from '../refusals.ts'

/** A picture of more points would be unpacked into hundreds of megabytes by whoever prints it. */
const mostPoints = 2000

/** What the bytes say, never what the browser says. */
export async function readLogo(bytes: Buffer): Promise<CompanyLogo> {
  const contentType = (await fileTypeFromBuffer(bytes))?.mime
  if (contentType !== 'image/png' && contentType !== 'image/jpeg') throw unreadable()
  const { width, height } = sizeOf(bytes)
  if (width > mostPoints || height > mostPoints)
    throw new Unfitting({
      code: 'logo-too-large',
      message: `The picture has ${width} × ${height} points, where ${mostPoints} each way are the most: choose a smaller one.`,
    })
  return { contentType, bytes }
}

function sizeOf(bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes)
  } catch {
    throw unreadable()
  }
}

export function unreadable(): Unfitting {
  return new Unfitting({
    code: 'logo-unreadable',
    message: 'This is no PNG or JPEG picture that can be printed: save it anew as PNG and choose it again.',
  })
}
