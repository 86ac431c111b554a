import { ownPagesOnly } from '../../../fake-service/own-pages-only.ts'
import { pageSender } from '../../../fake-service/page-sender.ts'
import { basePath } from '../base-path.ts'

export const ledgerName = 'Practice NetSuite'

export const sendPage = pageSender({ name: ledgerName, basePath })

export const ownPages = (origin: string | undefined) => ownPagesOnly({ name: ledgerName, sendPage, origin })
