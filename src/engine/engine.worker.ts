import { serve, type Endpoint } from './thread/serve.js';

serve(globalThis as unknown as Endpoint);
