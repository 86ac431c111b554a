import { ledgerRoutes } from './ledgers/ledger-routes.ts'
import type { Route } from './router/route.ts'
import { absenceRoutes } from './routes/absence.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { auditRoutes } from './routes/audit.ts'
import { batchRoutes } from './routes/batches.ts'
import { commentRoutes } from './routes/comments.ts'
import { connectionSignalRoutes } from './routes/connection-signals.ts'
import { decideRoutes } from './routes/decide.ts'
import { digestRoutes } from './routes/digest.ts'
import { documentRoutes } from './routes/documents.ts'
import { failedMailRoutes } from './routes/failed-mails.ts'
import { fileRoutes } from './routes/files.ts'
import { formDraftRoutes } from './routes/form-drafts.ts'
import { formMappingRoutes } from './routes/form-mappings.ts'
import { formVersionRoutes } from './routes/form-versions.ts'
import { healthRoutes } from './routes/health.ts'
import { hookRoutes } from './routes/hooks.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { logoRoutes } from './routes/logo.ts'
import { meRoutes } from './routes/me.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { notificationRoutes } from './routes/notifications.ts'
import { peopleRoutes } from './routes/people.ts'
import { portalRoutes } from './routes/portal.ts'
import { portalLinkRoutes } from './routes/portal-links.ts'
import { preflightRoutes } from './routes/preflight.ts'
import { reconcileRoutes } from './routes/reconcile.ts'
import { resendRoutes } from './routes/resend.ts'
import { runPageRoutes } from './routes/run-pages.ts'
import { runRoutes } from './routes/runs.ts'
import { searchRoutes } from './routes/search.ts'
import { secretRoutes } from './routes/secrets.ts'
import { setupRoutes } from './routes/setup.ts'
import { stepKindRoutes } from './routes/step-kinds.ts'
import { submissionHistoryRoutes } from './routes/submission-history.ts'
import { submissionPdfRoutes } from './routes/submission-pdf.ts'
import { submissionWorkRoutes } from './routes/submission-work.ts'
import { submissionRoutes } from './routes/submissions.ts'
import { syncRoutes } from './routes/sync.ts'
import { taskRoutes } from './routes/tasks.ts'
import { undoSendRoutes } from './routes/undo-send.ts'
import { waitingRunRoutes } from './routes/waiting-runs.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { workflowRoutes } from './routes/workflow.ts'
import { workflowVersionRoutes } from './routes/workflow-versions.ts'
import { formWorkflowRoutes } from './routes/workflows.ts'
import type { Services } from './services.ts'

/** Every route of the API, in one list: the router, the OpenAPI document and the matrix test are made from it. */
export function routeTable(services: Services): Route[] {
  const routes = [
    apiKeyRoutes,
    auditRoutes,
    connectionSignalRoutes,
    decideRoutes,
    batchRoutes,
    fileRoutes,
    formDraftRoutes,
    formMappingRoutes,
    formVersionRoutes,
    formWorkflowRoutes,
    healthRoutes,
    hookRoutes,
    invitationRoutes,
    ledgerRoutes,
    meRoutes,
    absenceRoutes,
    digestRoutes,
    failedMailRoutes,
    metricsRoutes,
    notificationRoutes,
    peopleRoutes,
    commentRoutes,
    preflightRoutes,
    reconcileRoutes,
    portalLinkRoutes,
    portalRoutes,
    resendRoutes,
    undoSendRoutes,
    runPageRoutes,
    runRoutes,
    searchRoutes,
    logoRoutes,
    secretRoutes,
    setupRoutes,
    stepKindRoutes,
    submissionHistoryRoutes,
    submissionPdfRoutes,
    submissionWorkRoutes,
    submissionRoutes,
    syncRoutes,
    taskRoutes,
    webhookRoutes,
    workflowRoutes,
    waitingRunRoutes,
    workflowVersionRoutes,
  ].flatMap((routesOf) => routesOf(services))
  return [...routes, ...documentRoutes(routes)]
}
