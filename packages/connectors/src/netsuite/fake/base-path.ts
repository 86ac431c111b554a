/** Where the sandbox mounts this fake. */
export const basePath = '/netsuite'
