package matrix;

/** What a combination has to do. */
public interface Duties {

  /** Does each duty by {@link Report#duty}. What it throws itself is one that failed. */
  void run(Report report) throws Exception;
}
