/**
 * With what every bundled program is run, and compiled beforehand: V8 takes compiled code only from the same flags. Under
 * load most of what a server allocates lives for one request; in the usual 16 MB it outlives a collection, which was a
 * tenth of its CPU. Node's own code lies on large pages where the system has them, which is a sixteenth.
 */
export const programFlags = ['--max-semi-space-size=64', '--use-largepages=silent']
