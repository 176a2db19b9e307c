namespace NotebookGrad.Nn;

/// <summary>What modules are told, and return themselves for, in their own type.</summary>
public static class ModuleExtensions
{
    extension<TModule>(TModule module)
        where TModule : Module
    {
        /// <summary>Lets the module and all inside train, or not.</summary>
        public TModule Train(bool mode = true)
        {
            module.SetTraining(mode);
            return module;
        }

        /// <summary>Lets the module and all inside compute as after training.</summary>
        public TModule Eval() => module.Train(false);

        /// <summary>Gives the module a name, by which graphs fold its calls.</summary>
        public TModule Named(string name)
        {
            module.SetName(name);
            return module;
        }

        /// <summary>Freezes all parameters (false), or lets them have gradients again.</summary>
        public TModule RequiresGrad_(bool requiresGrad = true)
        {
            foreach (var parameter in module.Parameters)
            {
                parameter.RequiresGrad = requiresGrad;
            }

            return module;
        }

        /// <summary>Brings real parameters and buffers to another dtype, in place.</summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public TModule To(DType dtype)
        {
            if (!dtype.IsReal)
            {
                throw new ArgumentException($"to: a module cannot be of {dtype.Text}; parameters are real numbers");
            }

            module.Move(tensor => tensor.DType.IsReal ? tensor.To(dtype) : tensor);
            return module;
        }

        /// <summary>
        /// Brings parameters, their gradients and buffers to another device, in place. What an optimiser remembers of
        /// them follows at its next step.
        /// </summary>
        public TModule To(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            module.Move(tensor => tensor.To(device));
            return module;
        }

        /// <summary>Brings parameters, their gradients and buffers to the processor, in place.</summary>
        public TModule Cpu() => module.To(Device.Cpu);

        /// <summary>Brings all that to a graphics processor, in place, as PyTorch's <c>cuda()</c> does.</summary>
        /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
        public TModule Gpu(int index = 0) => module.To(Device.Gpu(index));

        /// <summary>Calls something with the module itself and every module inside, the inner ones first.</summary>
        public TModule Apply(Action<Module> action)
        {
            foreach (var (_, part) in module.NamedModules.Reverse())
            {
                action(part);
            }

            return module;
        }
    }
}
