import { serve } from './thread/serve.js';

serve(globalThis);
