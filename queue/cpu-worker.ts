import { serveTasks } from "./cpu-failure.ts";
import { cpuTasks } from "./cpu-tasks.ts";

/** Entry of the threads of `worker-pool.ts`. */
export default serveTasks(cpuTasks);
