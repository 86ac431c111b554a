import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { SpanNotes, Tracing } from './start-tracing.ts'

/** Spans by OTLP over HTTP, in batches; a collector that is away costs what it would have been told, and nothing else. */
export function createTracing({ url, service }: { url: string; service: string }): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const tracer = provider.getTracer('fieldledger')
  return {
    async span({ name, attributes = {}, kind = 'inside' }, doing) {
      const span = tracer.startSpan(name, {
        attributes,
        kind: kind === 'server' ? SpanKind.SERVER : SpanKind.INTERNAL,
      })
      try {
        return await context.with(trace.setSpan(context.active(), span), () => doing(notesOn(span)))
      } catch (error) {
        notesOn(span).fail(codeOf(error))
        throw error
      } finally {
        span.end()
      }
    },
    async close() {
      await provider.shutdown().catch(() => undefined)
    },
  }
}

function notesOn(span: Span): SpanNotes {
  return {
    set: (attributes) => void span.setAttributes(attributes),
    rename: (name) => void span.updateName(name),
    fail: (code) => void span.setStatus({ code: SpanStatusCode.ERROR, message: code }),
  }
}

/** The stable code, never the sentence: sentences name vendors and numbers. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : 'unknown'
}
