import type { CompanyLogo } from '@fieldledger/forms'
import { picture } from './layout/picture.ts'
import { writePdf } from './render-pdf.ts'

/** A picture that cannot be printed would fail every document of its company: it is printed once before it is kept. */
export async function canPrintLogo(logo: CompanyLogo): Promise<boolean> {
  try {
    await writePdf({ content: [picture(logo)], defaultStyle: { font: 'DejaVu' } })
    return true
  } catch {
    return false
  }
}
