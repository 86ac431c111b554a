import type { Route } from '../router/route.ts'
import { accountRoutes } from '../routes/accounts.ts'
import { companyChoiceRoutes } from '../routes/company-choices.ts'
import { conflictRoutes } from '../routes/conflicts.ts'
import { connectionRoutes } from '../routes/connections.ts'
import { costCodeRoutes } from '../routes/cost-codes.ts'
import { customerRoutes } from '../routes/customers.ts'
import { errorCatalogueRoutes } from '../routes/error-catalogue.ts'
import { importRoutes } from '../routes/imports.ts'
import { materialRoutes } from '../routes/materials.ts'
import { projectRoutes } from '../routes/projects.ts'
import { providerRoutes } from '../routes/providers.ts'
import { vendorRoutes } from '../routes/vendors.ts'
import type { Services } from '../services.ts'
import { createLedgerDoors } from './ledger-doors.ts'

/** Routes of catalogue and connections, with the doors that they share. */
export function ledgerRoutes(services: Services): Route[] {
  const doors = createLedgerDoors({ ...services, clock: services.runtime.clock })
  return [
    ...connectionRoutes({ services, doors }),
    ...companyChoiceRoutes({ services, doors }),
    ...conflictRoutes({ doors, audit: services.audit }),
    ...[
      accountRoutes,
      costCodeRoutes,
      customerRoutes,
      errorCatalogueRoutes,
      importRoutes,
      materialRoutes,
      projectRoutes,
      providerRoutes,
      vendorRoutes,
    ].flatMap((routesOf) => routesOf(doors)),
  ]
}
