using OutsideIn.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
