/** Where the sandbox mounts this fake. */
export const basePath = '/xero'
