import type { JsonObject } from '../../../fake-service/json.ts'
import type { Tenant } from '../books/tenant.ts'
import { wireDate } from '../dates.ts'

export function organisation(tenant: Tenant): JsonObject {
  const locked = tenant.settings.periodLockDate
  return {
    OrganisationID: tenant.id,
    Name: tenant.name,
    LegalName: tenant.name,
    PaysTax: true,
    Version: 'US',
    OrganisationType: 'COMPANY',
    BaseCurrency: 'USD',
    CountryCode: 'US',
    IsDemoCompany: true,
    OrganisationStatus: 'ACTIVE',
    FinancialYearEndDay: 31,
    FinancialYearEndMonth: 12,
    ...(locked !== null && { PeriodLockDate: wireDate(`${locked}T00:00:00Z`) }),
    CreatedDateUTC: wireDate(tenant.madeAt),
    Timezone: 'PACIFICSTANDARDTIME',
    OrganisationEntityType: 'COMPANY',
    ShortCode: `!${tenant.id.slice(0, 5)}`,
    Class: 'DEMO',
    Edition: 'BUSINESS',
    Addresses: [],
    Phones: [],
    ExternalLinks: [],
    PaymentTerms: {},
  }
}
