import { pageSender } from '../../../fake-service/page-sender.ts'
import { basePath } from '../base-path.ts'

export const sendPage = pageSender({ name: 'Practice QuickBooks', basePath })
