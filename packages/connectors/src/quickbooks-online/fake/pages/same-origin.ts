import { ownPagesOnly } from '../../../fake-service/own-pages-only.ts'
import { sendPage } from './send-page.ts'

export const sameOriginOnly = (origin: string | undefined) =>
  ownPagesOnly({ name: 'Practice QuickBooks', sendPage, origin })
