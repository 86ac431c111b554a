import { ownPagesOnly } from '../../../fake-service/own-pages-only.ts'
import { pageSender } from '../../../fake-service/page-sender.ts'
import { basePath } from '../base-path.ts'

export const sendPage = pageSender({ name: 'Practice Xero', basePath })

export const ownPages = (origin: string | undefined) =>
  ownPagesOnly({ name: 'Practice Xero', sendPage, origin })
