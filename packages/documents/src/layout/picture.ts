import type { CompanyLogo } from '@fieldledger/forms'
import type { ContentImage } from 'pdfmake/interfaces'

/** The company's picture, as large as a letterhead bears. */
export function picture({ contentType, bytes }: CompanyLogo): ContentImage {
  return { image: `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`, fit: [150, 48] }
}
