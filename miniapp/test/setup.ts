// Set by the build elsewhere.
Object.assign(globalThis, { API_BASE: '' });
