/** Where the sandbox mounts this fake. */
export const basePath = '/quickbooks-online'
