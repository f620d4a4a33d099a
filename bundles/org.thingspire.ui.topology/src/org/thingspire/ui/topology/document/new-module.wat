;; {module}: say here what it is for.
(module
  ;; To be called by a task, or by another module through a wire.
  (func (export "{interface}#run")))
